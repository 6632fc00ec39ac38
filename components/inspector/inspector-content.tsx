'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Replayed, RequestHistory, RequestSummary } from '@/lib/inspector/schema';
import { HistoryPanel } from './history-panel';
import { NoRequests } from './no-requests';
import { countRequests, matchesFilter, OUTCOMES, type RequestFilter } from './prepare-requests';
import { RequestList } from './request-list';
import { RequestPane } from './request-pane';
import { useRequests } from './use-requests';

export type InspectorProps = {
  datasourceId: string;
  requests: readonly RequestSummary[];
  history: RequestHistory;
  /** The request that the address names. */
  openedId: string | null;
  mayWrite: boolean;
};

const ALL: RequestFilter = { outcome: 'all', code: null };

/** The last requests of a datasource as they come, and one of them in full. */
export function InspectorContent({
  datasourceId,
  requests: initial,
  history,
  openedId,
  mayWrite,
}: InspectorProps) {
  const t = useTranslations('inspector.list');
  const live = useRequests(datasourceId, initial);
  const [filter, setFilter] = useState<RequestFilter>(ALL);
  const [selectedId, setSelectedId] = useState(openedId);
  const [isOpen, setIsOpen] = useState(openedId !== null);
  const pane = useRef<HTMLDivElement>(null);
  const { outcomes } = countRequests(live.requests);
  const shown = live.requests.filter((request) => matchesFilter(request, filter));
  // Beside the list something is always shown; it stays when newer ones come.
  const current = selectedId ?? shown[0]?.id ?? null;
  useEffect(() => {
    if (selectedId === null && current !== null) setSelectedId(current);
  }, [selectedId, current]);

  const select = useCallback((id: string) => {
    setSelectedId(id);
    window.history.replaceState(null, '', `?request=${id}`);
  }, []);
  /** The request beside the list is one of those in it. */
  const narrow = (next: RequestFilter) => {
    setFilter(next);
    const matching = live.requests.filter((request) => matchesFilter(request, next));
    const [first] = matching;
    if (first && !matching.some(({ id }) => id === selectedId)) setSelectedId(first.id);
  };
  const { refresh } = live;
  const sent = useCallback(
    ({ requestId }: Replayed) => {
      setFilter(ALL);
      if (requestId) select(requestId);
      void refresh().catch(() => {}); // the next turn tells
    },
    [refresh, select],
  );

  if (live.requests.length === 0) return <NoRequests datasourceId={datasourceId} />;
  return (
    <>
      <div className={cn(isOpen && 'max-lg:hidden')}>
        <HistoryPanel
          datasourceId={datasourceId}
          initial={history}
          newest={live.requests[0]?.id}
          chosenCode={filter.code}
          onChooseCode={(code) => narrow({ ...filter, code })}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] rounded-md border border-line bg-surface lg:h-[max(520px,calc(100dvh-136px))] lg:grid-cols-[420px_minmax(0,1fr)]">
        <div className={cn('flex min-h-0 flex-col border-line lg:border-e', isOpen && 'max-lg:hidden')}>
          <div className="flex items-center gap-2 border-line border-b px-3 py-2">
            <SegmentedControl
              aria-label={t('filter')}
              value={filter.outcome}
              className="min-w-0 max-md:mx-0 max-md:px-0"
              onValueChange={(outcome) => narrow({ outcome, code: null })}
              segments={OUTCOMES.map((each) => ({ value: each, label: t(each), count: outcomes[each] }))}
            />
            <Button
              size="small"
              variant="ghost"
              className="ms-auto"
              aria-pressed={live.isPaused}
              icon={
                live.isPaused ? <Play aria-hidden="true" className="flip" /> : <Pause aria-hidden="true" />
              }
              onClick={live.isPaused ? live.resume : live.pause}
            >
              <span className="max-md:sr-only">{t(live.isPaused ? 'resume' : 'pause')}</span>
            </Button>
          </div>
          <Waiting count={live.waiting} failing={live.failing} onShow={live.show} />
          {shown.length === 0 ? (
            <p className="px-4 py-8 text-center text-dense text-ink-3">{t('noMatch')}</p>
          ) : (
            <RequestList
              requests={shown}
              selectedId={current}
              onSelect={select}
              onOpen={() => {
                setIsOpen(true);
                pane.current?.focus({ preventScroll: true });
              }}
              onHold={live.hold}
            />
          )}
          <p className="border-line border-t px-4 py-2 text-ink-3 text-small">{t('foot')}</p>
        </div>
        <div
          ref={pane}
          tabIndex={-1}
          className={cn('min-h-0 min-w-0 overflow-y-auto outline-none', !isOpen && 'max-lg:hidden')}
        >
          {current ? (
            <RequestPane
              datasourceId={datasourceId}
              id={current}
              mayWrite={mayWrite}
              onSent={sent}
              onBack={() => setIsOpen(false)}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}

/** What came while the list was held still. */
function Waiting({ count, failing, onShow }: { count: number; failing: boolean; onShow: () => void }) {
  const t = useTranslations('inspector.list');
  if (failing)
    return <p className="border-line border-b bg-sunken px-4 py-1.5 text-ink-2 text-small">{t('failing')}</p>;
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onShow}
      className="border-line border-b bg-sunken px-4 py-1.5 text-start font-[550] text-accent-text text-small hover:bg-hover max-md:py-3"
    >
      {t('new', { count })}
    </button>
  );
}
