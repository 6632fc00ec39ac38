'use client';

import { Clock, Gauge } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Note } from '@/components/ui/note';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type ReadingsCount, readingsCountSchema } from '@/lib/telemetry/history/delete/readings-schema';
import type { HistoryMetric } from './metric-choice';
import type { TimeView } from './time-view';
import { useExactTime } from './use-exact-time';

const NAMED_MAX = 6;

type Props = {
  datasource: { id: string; name: string };
  chosen: readonly HistoryMetric[];
  view: TimeView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
};

/** Deletes the readings in sight for good: says how many of which metrics, and asks for the datasource's name. */
export function DeleteRangeDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ datasource, chosen, view: seen, onOpenChange, onDeleted }: Props) {
  const t = useTranslations('history.delete');
  const format = useFormatter();
  const exactTime = useExactTime();
  const problemText = useProblemText();
  // What was in sight when it was opened: the view may go on.
  const [view] = useState({ from: Math.floor(seen.from), to: Math.ceil(seen.to) });
  const [count, setCount] = useState<ReadingsCount | null>(null);
  const [failure, setFailure] = useState('');
  const keys = chosen.map(({ key }) => key).join(',');
  const query = new URLSearchParams({ from: String(view.from), to: String(view.to), metrics: keys });
  const path = `/api/v1/datasources/${datasource.id}/readings?${query}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when it opens
  useEffect(() => {
    const request = new AbortController();
    api.get(path, readingsCountSchema, { signal: request.signal }).then(setCount, (error: unknown) => {
      if (!request.signal.aborted) setFailure(problemText(error));
    });
    return () => request.abort();
  }, [path]);
  const counted = count?.metrics ?? [];
  const number = (value: number) => format.number(value, { numberingSystem: 'latn' });
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('text', { from: exactTime(view.from), to: exactTime(view.to) })}
      losses={
        count === null
          ? []
          : [
              ...counted.slice(0, NAMED_MAX).map(({ key, readings, hours }) => ({
                id: key,
                icon:
                  readings > 0 ? (
                    <Gauge aria-hidden="true" className="size-4" />
                  ) : (
                    <Clock aria-hidden="true" className="size-4" />
                  ),
                text: (
                  <>
                    <bdi className="font-mono text-small">{key}</bdi>:{' '}
                    {readings > 0
                      ? t('readings', { count: readings, shown: number(readings) })
                      : t('hours', { count: hours })}
                  </>
                ),
              })),
            ]
      }
      typeToConfirm={count !== null && counted.length > 0 ? datasource.name : ''}
      confirmLabel={
        count === null
          ? t('counting')
          : t('confirm', { count: count.readings, shown: number(count.readings) })
      }
      onConfirm={async () => {
        if (count === null || counted.length === 0) throw new Error(t('nothing'));
        const query = { method: 'DELETE' as const };
        try {
          await api.act(query.method, path);
        } catch (error) {
          throw new Error(problemText(error));
        }
        toast.success(t('done', { count: count.readings, shown: number(count.readings) }));
        onDeleted();
      }}
    >
      {failure ? (
        <Note tone="act" role="alert">
          {failure}
        </Note>
      ) : count === null ? (
        <p className="text-dense text-ink-3">{t('counting')}</p>
      ) : counted.length === 0 ? (
        <p className="text-dense text-ink-3">{t('nothing')}</p>
      ) : (
        <p className="text-dense text-ink-2">{t('forGood')}</p>
      )}
    </ConfirmDialog>
  );
}
