'use client';

import { useEffect, useState } from 'react';
import { type LiveDatasource, useDatasourceState } from '@/components/live/use-datasource-state';

export type Arrival = {
  live: LiveDatasource | undefined;
  /** When the first message since the page was opened arrived; null: it is waited for. */
  arrivedAt: number | null;
};

/**
 * Waits for a message that is newer than what was there when the page was opened.
 * @param lastMessageAt of the datasource, when the page was made
 */
export function useArrival(datasourceId: string, lastMessageAt: number | null): Arrival {
  const live = useDatasourceState(datasourceId);
  const [arrivedAt, setArrivedAt] = useState<number | null>(null);
  const newest = live?.lastMessageAt ?? null;
  const hasArrived = newest !== null && (lastMessageAt === null || newest > lastMessageAt);
  useEffect(() => {
    if (hasArrived) setArrivedAt((known) => known ?? newest);
  }, [hasArrived, newest]);
  return { live, arrivedAt: arrivedAt ?? (hasArrived ? newest : null) };
}
