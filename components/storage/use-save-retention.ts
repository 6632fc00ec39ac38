'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type RetentionLoss, retentionLossSchema } from '@/lib/telemetry/retention/schema';

/**
 * Saves what is kept. What would be dropped by it is asked for first: when there is something, `loss` is set and
 * nothing saved until `confirm`.
 */
export function useSaveRetention(path: string, onSaved: () => void) {
  const t = useTranslations('storage');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [loss, setLoss] = useState<RetentionLoss>();

  const put = async (body: unknown) => {
    await api.act('PUT', path, body);
    toast.success(t('saved'));
    onSaved();
  };
  const save = async (body: unknown) => {
    setBusy(true);
    try {
      const found = await api.post(`${path}/preview`, body, retentionLossSchema);
      if (found.bytes > 0 || found.readings > 0) setLoss(found);
      else await put(body);
    } catch (error) {
      toast.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const confirm = async (body: unknown) => {
    try {
      await put(body);
    } catch (error) {
      throw new Error(problemText(error));
    }
  };
  return { busy, loss, save, confirm, forget: () => setLoss(undefined) };
}
