import { useFormatter, useTranslations } from 'next-intl';
import { Code } from '@/components/ui/code-block';
import { Panel } from '@/components/ui/panel';
import {
  ARRAY_LENGTH_MAX,
  DEPTH_MAX,
  KEY_LENGTH_MAX,
  MESSAGES_MAX,
  METRICS_MAX,
  TEXT_LENGTH_MAX,
} from '@/lib/ingest/limits';
import { richText } from './rich-text';

const SHAPES = [
  { key: 'single', widget: 'SingleData', body: '{"temperature": 42.5}' },
  { key: 'double', widget: 'DoubleData', body: '{"motor_stats": {"rpm": 1500, "vibration": 0.75}}' },
  {
    key: 'chart',
    widget: 'LineChart, BarChart',
    body: '{"production_output": {"machines": ["A", "B"], "units_per_hour": [112, 124]}}',
  },
] as const;

const head = 'h-8 bg-sunken px-4 text-start font-medium text-ink-3 text-micro';
const cell = 'border-line border-t px-4 py-2.5 align-top';

/** What a body looks like for each kind of widget. */
export function BodyShapes() {
  const t = useTranslations('docs.ingest.body');
  return (
    <Panel>
      <div className="overflow-x-auto">
        <table className="w-full min-w-140 text-dense">
          <thead>
            <tr>
              <th scope="col" className={head}>
                {t('widget')}
              </th>
              <th scope="col" className={head}>
                {t('value')}
              </th>
              <th scope="col" className={head}>
                {t('example')}
              </th>
            </tr>
          </thead>
          <tbody>
            {SHAPES.map(({ key, widget, body }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} whitespace-nowrap text-start font-semibold text-ink`}>
                  {widget}
                </th>
                <td className={cell}>{t(`shapes.${key}`)}</td>
                <td className={cell}>
                  <Code className="whitespace-normal">{body}</Code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

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
                {t.rich(`rows.${key}`, richText)}
              </th>
              <td className={`${cell} num text-end font-semibold text-ink`}>{format.number(most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
