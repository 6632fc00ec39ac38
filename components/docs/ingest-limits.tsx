import { useFormatter, useTranslations } from 'next-intl';
import {
  ARRAY_LENGTH_MAX,
  DEPTH_MAX,
  KEY_LENGTH_MAX,
  MESSAGES_MAX,
  METRICS_MAX,
  TEXT_LENGTH_MAX,
} from '@/lib/ingest/limits';
import { FiguresTable } from './figures-table';

/** Bounds of one request, as this instance has them. */
export function IngestLimits({
  bodyBytesMax,
  streamBytesMax,
}: {
  bodyBytesMax: number;
  streamBytesMax: number;
}) {
  const t = useTranslations('docs.ingest.limits');
  const format = useFormatter();
  const rows = [
    ['body', bodyBytesMax],
    ['stream', streamBytesMax],
    ['messages', MESSAGES_MAX],
    ['metrics', METRICS_MAX],
    ['depth', DEPTH_MAX],
    ['key', KEY_LENGTH_MAX],
    ['text', TEXT_LENGTH_MAX],
    ['array', ARRAY_LENGTH_MAX],
  ] as const;
  return (
    <FiguresTable
      heads={[t('what'), t('most')]}
      rows={rows.map(([key, most]) => ({ key, what: t(`rows.${key}`), figure: format.number(most) }))}
    />
  );
}
