'use client';

import { useCallback, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type AskedKey, newApiKeySchema } from '@/lib/api-key/schema';
import type { MadeKey } from './made-key';

/**
 * Adds a key, and hands it on to be shown this once.
 * @param path of the keys that it becomes one of: `/api/v1/keys`
 */
export function useMakeKey(path: string, onMade: (key: MadeKey) => void) {
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const makeKey = useCallback(
    async (given: Partial<AskedKey> = {}) => {
      setBusy(true);
      try {
        const made = await api.post(path, given, newApiKeySchema);
        onMade({ key: made.key, start: made.start, reason: 'added' });
      } catch (error) {
        toast.error(problemText(error));
      } finally {
        setBusy(false);
      }
    },
    [path, onMade, problemText],
  );
  return { makeKey, busy };
}
