'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';

const REFRESH_INTERVAL_MS = 15_000;
const always = () => true;

/**
 * What a GET of the API answers, asked for again every 15 s while the page is in sight. What could not be
 * refreshed stays as it was: the connection state tells that it may be old.
 */
export function useRefreshed<S extends z.ZodType>(
  path: string,
  schema: S,
  initial: z.infer<S>,
  isWanted: (value: z.infer<S>) => boolean = always,
) {
  const [value, setValue] = useState<z.infer<S>>(initial);
  const stop = useRef<AbortController>(null);
  const refresh = useCallback(async () => {
    const signal = stop.current?.signal;
    try {
      const answer = await api.get(path, schema, signal ? { signal } : {});
      if (!signal?.aborted) setValue(answer);
    } catch (error) {
      leaveWhenSessionEnded(error);
    }
  }, [path, schema]);
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort(); // what was deleted must not be asked for any more
  }, []);
  const enabled = isWanted(value);
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
