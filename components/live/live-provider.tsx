'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import type { LiveSource } from '@/lib/live/live-source';
import { liveQuery } from '@/lib/live/live-source';
import { createTelemetryStore } from '@/lib/live/telemetry-store';
import { LiveContext } from './live-context';
import { ReportConnection } from './report-connection';

/**
 * Live readings for everything below it, over one stream. Give it what to hear of: `datasourceIds`, or `sceneId`
 * (all datasources of a scene, also those added while it is open), or `share` (token of a scene's public link).
 * Another source makes another store; the same ids in another order do not.
 */
export function LiveProvider({ children, ...source }: LiveSource & { children: ReactNode }) {
  const query = liveQuery(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query says all that the source says
  const store = useMemo(() => createTelemetryStore(source), [query]);
  useEffect(() => store.connect(), [store]);
  return (
    <LiveContext value={store}>
      <ReportConnection />
      {children}
    </LiveContext>
  );
}
