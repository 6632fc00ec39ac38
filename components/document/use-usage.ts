import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { api } from '@/lib/api-client';

/** What would be lost with a thing that is to be deleted; `null` when it could not be found out. The dialog waits for it. */
export function useUsage<S extends z.ZodType>(
  path: string,
  schema: S,
  open: boolean,
): z.infer<S> | null | undefined {
  const [usage, setUsage] = useState<z.infer<S> | null>();
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    setUsage(undefined);
    api
      .get(path, schema, { signal: stop.signal })
      .then(setUsage)
      .catch(() => {
        if (!stop.signal.aborted) setUsage(null);
      });
    return () => stop.abort();
  }, [path, schema, open]);
  return usage;
}
