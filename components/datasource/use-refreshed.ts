'use client';

import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { api } from '@/lib/api-client';

const REFRESH_INTERVAL_MS = 15_000;

/**
 * What a GET of the API answers, asked for again every 15 s while the page is in sight. What could not be
 * refreshed stays as it was: the connection state tells that it may be old.
 */
export function useRefreshed<S extends z.ZodType>(
  path: string,
  schema: S,
  initial: z.infer<S>,
  enabled = true,
) {
  const [value, setValue] = useState<z.infer<S>>(initial);
  const refresh = useCallback(async () => {
    const answer = await api.get(path, schema).catch(() => undefined);
    if (answer !== undefined) setValue(answer);
  }, [path, schema]);
  useEffect(() => {
    if (!enabled) return;
    const look = () => {
      if (!document.hidden) void refresh();
    };
    const timer = setInterval(look, REFRESH_INTERVAL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [enabled, refresh]);
  return { value, setValue, refresh };
}
