import { useFormatter, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import {
  ARRAY_LENGTH_MAX,
  DEPTH_MAX,
  KEY_LENGTH_MAX,
  MESSAGES_MAX,
  METRICS_MAX,
  TEXT_LENGTH_MAX,
} from '@/lib/ingest/limits';

const cell = 'border-line border-t px-4 py-2.5 align-top';

/** Bounds of one request, as this instance has them. */
export function IngestLimits({ bodyBytesMax }: { bodyBytesMax: number }) {
  const t = useTranslations('docs.ingest.limits');
  const format = useFormatter();
  const rows = [
    ['body', bodyBytesMax],
    ['messages', MESSAGES_MAX],
    ['metrics', METRICS_MAX],
    ['depth', DEPTH_MAX],
    ['key', KEY_LENGTH_MAX],
    ['text', TEXT_LENGTH_MAX],
    ['array', ARRAY_LENGTH_MAX],
  ] as const;
  return (
    <Panel>
      <table className="w-full text-dense">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('most')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, most]) => (
            <tr key={key} className="[&:first-child>*]:border-t-0">
              <th scope="row" className={`${cell} text-start font-normal`}>
                {t(`rows.${key}`)}
              </th>
              <td className={`${cell} num text-end font-semibold text-ink`}>{format.number(most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
