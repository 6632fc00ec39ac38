'use client';

import { useEffect, useState } from 'react';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';
import { type Overview, overviewSchema } from '@/lib/workspace/overview-schema';

const REFRESH_INTERVAL_MS = 15_000;

/** The overview, asked for again every 15 s while the page is in sight. Statuses and readings come live in between. */
export function useOverview(initial: Overview): { overview: Overview; refreshFailed: boolean } {
  const [overview, setOverview] = useState(initial);
  const [refreshFailed, setRefreshFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const refresh = async () => {
      if (document.hidden) return;
      try {
        setOverview(await api.get('/api/v1/overview', overviewSchema, { signal: abort.signal }));
        setRefreshFailed(false);
      } catch (error) {
        if (!abort.signal.aborted && !leaveWhenSessionEnded(error)) setRefreshFailed(true);
      }
    };
    const look = () => void refresh();
    look(); // a page that the browser kept shows what was true when it was left
    const timer = setInterval(look, REFRESH_INTERVAL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      abort.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return { overview, refreshFailed };
}
