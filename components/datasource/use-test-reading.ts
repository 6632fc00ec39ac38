'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { sentReadingSchema } from '@/lib/datasource/test-reading-schema';

/** Sends a reading from the page, past the key but through everything behind it. Without a body: the example. */
export function useTestReading(datasourceId: string, options: { quiet?: boolean } = {}) {
  const t = useTranslations('datasource.test');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const { quiet = false } = options;
  const send = useCallback(
    async (body?: Record<string, unknown>) => {
      setBusy(true);
      try {
        const path = `/api/v1/datasources/${datasourceId}/test-reading`;
        const sent = await api.post(path, body ? { body } : {}, sentReadingSchema);
        if (!quiet) toast.success(t('sent'), { description: t('sentText', { count: sent.readings }) });
      } catch (error) {
        toast.error(t('failed'), { description: problemText(error) });
      } finally {
        setBusy(false);
      }
    },
    [datasourceId, quiet, t, problemText],
  );
  return { send, busy };
}
