'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';
import { type DatasourceSummary, datasourceListSchema } from '@/lib/datasource/schema';

const REFRESH_INTERVAL_MS = 15_000;

export type ListState = {
  datasources: readonly DatasourceSummary[];
  /** When the list was last known to be right; null: it is now. */
  failedSince: number | null;
};

/**
 * The list as the server knows it. Status and last reading come live; rates, keys and refusals are asked for
 * again every 15 s while the page is in sight.
 */
export function useDatasourceList(initial: readonly DatasourceSummary[]): ListState & {
  refresh: () => Promise<void>;
  change: (change: (list: readonly DatasourceSummary[]) => readonly DatasourceSummary[]) => void;
} {
  const [state, setState] = useState<ListState>({ datasources: initial, failedSince: null });
  const goodAt = useRef(Date.now());

  const refresh = useCallback(async () => {
    try {
      const { datasources } = await api.get('/api/v1/datasources', datasourceListSchema);
      goodAt.current = Date.now();
      setState({ datasources, failedSince: null });
    } catch (error) {
      if (!leaveWhenSessionEnded(error)) setState((known) => ({ ...known, failedSince: goodAt.current }));
    }
  }, []);

  useEffect(() => {
    const look = () => {
      if (!document.hidden) void refresh();
    };
    look(); // coming back to a page that the browser kept shows what was true then
    const timer = setInterval(look, REFRESH_INTERVAL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  const change = useCallback(
    (make: (list: readonly DatasourceSummary[]) => readonly DatasourceSummary[]) =>
      setState((known) => ({ ...known, datasources: make(known.datasources) })),
    [],
  );
  return { ...state, refresh, change };
}
