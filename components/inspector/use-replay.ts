'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type Replay, type Replayed, replayedSchema } from '@/lib/inspector/schema';

/** Sends a request again, and says what became of it. */
export function useReplay(datasourceId: string, requestId: string, onSent: (answer: Replayed) => void) {
  const t = useTranslations('inspector.replay');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async (replay: Replay) => {
      setBusy(true);
      try {
        const path = `/api/v1/datasources/${datasourceId}/requests/${requestId}/replay`;
        const answer = await api.post(path, replay, replayedSchema);
        if (answer.code === null) {
          const { messages, readings } = answer;
          toast.success(t('accepted'), { description: t('acceptedText', { messages, readings }) });
        } else {
          toast.error(t('refused'), { description: `${answer.status} ${answer.code}` });
        }
        onSent(answer);
      } catch (error) {
        toast.error(t('failed'), { description: problemText(error) });
      } finally {
        setBusy(false);
      }
    },
    [datasourceId, requestId, onSent, t, problemText],
  );
  return { send, busy };
}
