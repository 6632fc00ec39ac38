'use client';

import { useEffect, useState } from 'react';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';
import { type RequestDetail, requestDetailSchema } from '@/lib/inspector/schema';

type Loaded = { id: string; request?: RequestDetail; error?: unknown };

/** One request with its body; the one before stays in sight until it is there. */
export function useRequest(datasourceId: string, id: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    api
      .get(`/api/v1/datasources/${datasourceId}/requests/${id}`, requestDetailSchema, { signal })
      .then((request) => setLoaded({ id, request }))
      .catch((error: unknown) => {
        if (!signal.aborted && !leaveWhenSessionEnded(error)) setLoaded({ id, error });
      });
    return () => controller.abort();
  }, [datasourceId, id]);
  return loaded;
}
