'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Panel, PanelHead } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import type { FieldSample } from '@/lib/field-rules/fields-schema';
import { parseTimestamp } from '@/lib/ingest/parse-timestamp';
import { clockOf, type FieldsDraft } from './prepare-fields';

type Props = {
  keys: readonly string[];
  draft: FieldsDraft;
  sample: FieldSample | undefined;
  mayWrite: boolean;
  onChange: (draft: FieldsDraft) => void;
};

const USUAL = '*usual';
const ARRIVAL = '*arrival';

/** Which key is the time of a message, and how it is read. */
export function TimePanel({ keys, draft, sample, mayWrite, onChange }: Props) {
  const t = useTranslations('fields.time');
  const chosen = draft.useArrival ? ARRIVAL : (draft.timeKey ?? USUAL);
  return (
    <Panel labelledBy="fields-time">
      <PanelHead id="fields-time" title={t('title')} />
      <div className="grid gap-2 p-4">
        <Select
          aria-label={t('title')}
          value={chosen}
          disabled={!mayWrite}
          onValueChange={(value) =>
            onChange({
              ...draft,
              useArrival: value === ARRIVAL,
              timeKey: value === ARRIVAL || value === USUAL ? null : value,
            })
          }
          options={[
            { value: USUAL, label: t('usual') },
            { value: ARRIVAL, label: t('arrival') },
            {
              label: t('keys'),
              options: keys.map((key) => ({
                value: key,
                label: <span className="ltr font-mono">{key}</span>,
              })),
            },
          ]}
        />
        {sample ? <Reading draft={draft} sample={sample} /> : null}
      </div>
    </Panel>
  );
}

/** How the message that is looked at would be read: its time, and how far from its arrival. */
function Reading({ draft, sample }: { draft: FieldsDraft; sample: FieldSample }) {
  const t = useTranslations('fields.time');
  const format = useFormatter();
  const read = readTime(draft, sample);
  if ('fault' in read)
    return (
      <p role="status" className="text-look-text text-small">
        <bdi>{read.fault}</bdi> {t('faultThen')}
      </p>
    );
  if (read.us === null)
    return (
      <p role="status" className="text-ink-2 text-small">
        {t(draft.timeKey !== null && !sample.keys.includes(draft.timeKey) ? 'notInThis' : 'asArrived')}
      </p>
    );
  const ms = read.us / 1000;
  const seconds = Math.round((ms - Date.parse(sample.at)) / 100) / 10;
  return (
    <p role="status" className="text-ink-2 text-small">
      <span className="num font-[550] text-ink">
        {format.dateTime(new Date(ms), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}
      </span>
      {' · '}
      {Math.abs(seconds) < 0.5
        ? t('same')
        : t(seconds > 0 ? 'ahead' : 'behind', { duration: duration(Math.abs(seconds), format) })}
    </p>
  );
}

function readTime(
  { useArrival, timeKey }: FieldsDraft,
  sample: FieldSample,
): { us: number | null } | { fault: string } {
  if (useArrival) return { us: null };
  if (timeKey === null) return { us: sample.timeUs };
  const at = sample.keys.indexOf(timeKey);
  if (at < 0) return { us: null };
  const parsed = parseTimestamp(sample.values[at], clockOf(sample));
  return 'fault' in parsed ? parsed : { us: parsed.timeUs ?? null };
}

const STEPS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [0, 'second'],
] as const;

function duration(seconds: number, format: ReturnType<typeof useFormatter>): string {
  const [size, unit] = STEPS.find(([from]) => seconds >= from) ?? [1, 'second'];
  return format.number(seconds / (size || 1), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
}
