'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';
import { type RequestSummary, requestListSchema } from '@/lib/inspector/schema';
import { mergeRequests, newestId } from './prepare-requests';

const EVERY_MS = 1_000;
/** After a failure it asks less often, and says so. */
const EVERY_MS_FAILING = 5_000;

/**
 * The requests of a datasource, asked for each second while the page is in sight. While held, new ones wait: nothing
 * moves under the pointer of who reads.
 */
export function useRequests(datasourceId: string, initial: readonly RequestSummary[]) {
  const [shown, setShown] = useState(initial);
  const [waiting, setWaiting] = useState<readonly RequestSummary[]>([]);
  const [failing, setFailing] = useState(false);
  const [isPaused, setIsPaused] = useState(false);
  const isHovered = useRef(false);
  const pausedNow = useRef(false);
  pausedNow.current = isPaused;
  const known = useRef({ shown, waiting });
  known.current = { shown, waiting };

  const show = useCallback(() => {
    setShown((before) => mergeRequests(before, known.current.waiting));
    setWaiting([]);
  }, []);

  const take = useCallback((told: readonly RequestSummary[]) => {
    const { shown: before } = known.current;
    const ids = new Set(before.map(({ id }) => id));
    const fresh = told.filter(({ id }) => !ids.has(id));
    if (fresh.length === 0) return;
    if (pausedNow.current || isHovered.current) setWaiting((held) => mergeRequests(held, fresh));
    else setShown((list) => mergeRequests(list, fresh));
  }, []);

  const refresh = useCallback(
    async (signal?: AbortSignal) => {
      const after = newestId([...known.current.shown, ...known.current.waiting]);
      const path = `/api/v1/datasources/${datasourceId}/requests${after ? `?after=${after}` : ''}`;
      const { requests } = await api.get(path, requestListSchema, signal ? { signal } : {});
      if (!signal?.aborted) take(requests);
    },
    [datasourceId, take],
  );

  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const turn = async () => {
      let wait = EVERY_MS;
      try {
        if (!document.hidden) await refresh(controller.signal);
        setFailing(false);
      } catch (error) {
        if (controller.signal.aborted || leaveWhenSessionEnded(error)) return;
        setFailing(true);
        wait = EVERY_MS_FAILING;
      }
      if (!controller.signal.aborted) timer = setTimeout(() => void turn(), wait);
    };
    void turn();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [refresh]);

  return {
    requests: shown,
    waiting: waiting.length,
    show,
    failing,
    isPaused,
    pause: useCallback(() => setIsPaused(true), []),
    resume: useCallback(() => {
      setIsPaused(false);
      show();
    }, [show]),
    /** The pointer is over the list: what comes waits until it leaves. */
    hold: useCallback(
      (held: boolean) => {
        isHovered.current = held;
        if (!held && !pausedNow.current) show();
      },
      [show],
    ),
    refresh,
  };
}
