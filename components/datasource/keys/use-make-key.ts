'use client';

import { useCallback, useState } from 'react';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { newApiKeySchema } from '@/lib/api-key/schema';

/** Adds a key to a datasource, and hands it on to be shown this once. */
export function useMakeKey(datasourceId: string, onMade: (key: RevealedKey) => void) {
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const makeKey = useCallback(
    async (given: { name?: string; expiresInDays?: number | null } = {}) => {
      setBusy(true);
      try {
        const made = await api.post(`/api/v1/datasources/${datasourceId}/keys`, given, newApiKeySchema);
        onMade({ datasourceId, key: made.key, start: made.start, reason: 'added' });
      } catch (error) {
        toast.error(problemText(error));
      } finally {
        setBusy(false);
      }
    },
    [datasourceId, onMade, problemText],
  );
  return { makeKey, busy };
}
