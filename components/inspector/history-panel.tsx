'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useRefreshed } from '@/components/datasource/use-refreshed';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import { SegmentedControl } from '@/components/ui/segmented-control';
import {
  HISTORY_SPANS,
  type HistorySpan,
  type RequestHistory,
  requestHistorySchema,
} from '@/lib/inspector/schema';
import { HistoryBars } from './history-bars';

/** Counts are written with the next flush; however many requests come, they are asked for once in this time. */
const COUNTED_AFTER_MS = 1_500;

type Props = {
  datasourceId: string;
  initial: RequestHistory;
  /** Of the newest request: when it changes, there is more to count. */
  newest: string | undefined;
  chosenCode: string | null;
  onChooseCode: (code: string | null) => void;
};

/** How much came and how much was refused lately, and why. */
export function HistoryPanel({ datasourceId, initial, newest, chosenCode, onChooseCode }: Props) {
  const t = useTranslations('inspector.history');
  const [span, setSpan] = useState<HistorySpan>('hour');
  return (
    <section
      aria-label={t('label')}
      className="mb-4 grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-3 rounded-md border border-line bg-surface p-4 max-md:grid-cols-1"
    >
      <History
        key={span}
        datasourceId={datasourceId}
        span={span}
        initial={span === initial.span ? initial : null}
        newest={newest}
        chosenCode={chosenCode}
        onChooseCode={onChooseCode}
      />
      <SegmentedControl
        aria-label={t('span')}
        value={span}
        onValueChange={setSpan}
        segments={HISTORY_SPANS.map((each) => ({ value: each, label: t(each) }))}
        className="col-start-2 row-start-1 self-start max-md:col-start-1 max-md:row-auto"
      />
    </section>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function History({
  datasourceId,
  span,
  initial,
  newest,
  chosenCode,
  onChooseCode,
}: Omit<Props, 'initial'> & { span: HistorySpan; initial: RequestHistory | null }) {
  const t = useTranslations('inspector.history');
  const format = useFormatter();
  const { value: history, refresh } = useRefreshed(
    `/api/v1/datasources/${datasourceId}/request-history?span=${span}`,
    requestHistorySchema,
    initial ?? emptyHistory(span),
  );
  useEffect(() => {
    if (initial === null) void refresh();
  }, [initial, refresh]);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  // For those that the page came with, too: they may have been listed before they were counted.
  useEffect(() => {
    if (newest === undefined || due.current) return;
    due.current = setTimeout(() => {
      due.current = undefined;
      void refresh();
    }, COUNTED_AFTER_MS);
  }, [newest, refresh]);
  useEffect(() => () => clearTimeout(due.current), []);
  const figures = [
    ['messages', sum(history.messages)],
    ['readings', sum(history.readings)],
    ['refused', sum(history.refused)],
  ] as const;
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
        <dl className="flex gap-8">
          {figures.map(([name, count]) => (
            <div key={name}>
              <dt className="text-ink-3 text-small">{t(name)}</dt>
              <dd
                className={cn(
                  'num font-semibold text-lead',
                  name === 'refused' && count > 0 && 'text-act-text',
                )}
              >
                {format.number(count)}
              </dd>
            </div>
          ))}
        </dl>
        <ul aria-label={t('codes')} className="flex flex-wrap gap-1.5 pb-0.5">
          {history.codes.map(({ code, count }) => (
            <li key={code}>
              <button
                type="button"
                aria-pressed={chosenCode === code}
                onClick={() => onChooseCode(chosenCode === code ? null : code)}
                className="touch-target relative rounded-sm"
              >
                <Badge tone={chosenCode === code ? 'act' : 'neutral'}>
                  <span className="ltr font-mono">{code}</span>
                  <span className="num">{format.number(count)}</span>
                </Badge>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <HistoryBars history={history} />
    </>
  );
}

/** Until the answer is there: bars of the same number, all of nothing. */
const emptyHistory = (span: HistorySpan): RequestHistory => ({
  span,
  from: 0,
  barMs: 60_000,
  messages: [],
  readings: [],
  refused: [],
  codes: [],
});
