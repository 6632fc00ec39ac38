'use client';

import { useEffect, useState } from 'react';
import { leaveWhenSessionEnded } from '@/components/shell/session-ended';
import { api } from '@/lib/api-client';
import { type Checked, checkedSchema, type Replay } from '@/lib/inspector/schema';

const TYPING_MS = 350;

/**
 * What would become of a request, as it was (null) or as it is edited; asked again a moment after the last key.
 * `fresh` is false while the answer is of what stood there before.
 */
export function useCheck(datasourceId: string, requestId: string, draft: Replay | null) {
  const [checked, setChecked] = useState<{ key: string; answer: Checked } | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const key = JSON.stringify(draft);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(
      () => {
        const path = `/api/v1/datasources/${datasourceId}/requests/${requestId}/check`;
        api
          .post(path, JSON.parse(key) ?? {}, checkedSchema, { signal })
          .then((answer) => {
            setChecked({ key, answer });
            setFailure(undefined);
          })
          .catch((error: unknown) => {
            if (!signal.aborted && !leaveWhenSessionEnded(error)) setFailure(error);
          });
      },
      key === 'null' ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [datasourceId, requestId, key]);
  return { checked: checked?.answer ?? null, fresh: checked?.key === key, failure };
}
