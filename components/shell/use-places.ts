'use client';

import { useEffect, useState } from 'react';
import { api } from '@/lib/api-client';
import { type Places, placesSchema } from '@/lib/workspace/place-schema';
import { leaveWhenSessionEnded } from './session-ended';

const NONE: Places = { datasources: [], assets: [], scenes: [] };
const TYPING_MS = 120;

/** Datasources, assets and scenes whose name holds the query; without a query those last worked on. */
export function usePlaces(query: string, enabled: boolean): { found: Places; failed: boolean } {
  const [found, setFound] = useState(NONE);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const path = `/api/v1/places?query=${encodeURIComponent(query.trim())}`;
          setFound(await api.get(path, placesSchema, { signal: abort.signal }));
          setFailed(false);
        } catch (error) {
          if (!abort.signal.aborted && !leaveWhenSessionEnded(error)) setFailed(true);
        }
      },
      query === '' ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, enabled]);
  return { found, failed };
}
