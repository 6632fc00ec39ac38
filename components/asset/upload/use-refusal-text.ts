'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { formatBytes } from '@/components/ui/format-bytes';
import { useProblemText } from '@/components/ui/use-problem-text';
import type { ApiProblem } from '@/lib/api-client';
import { REFUSALS, type RefusalReason } from '@/lib/asset/model/refusal';

const isReason = (reason: unknown): reason is RefusalReason => REFUSALS.some((known) => known === reason);

const isValues = (values: unknown): values is Record<string, string | number> =>
  typeof values === 'object' && values !== null;

/** Why a model was not taken, in the reader's language. Sentences that we lack a translation for stay the server's. */
export function useRefusalText(): (problem: ApiProblem) => string {
  const t = useTranslations('asset.refusal');
  const format = useFormatter();
  const problemText = useProblemText();
  return useCallback(
    (problem) => {
      const { reason, values, bytesMax } = problem.body;
      if (problem.code === 'too_large' && typeof bytesMax === 'number') {
        return t('too_large', { size: formatBytes(bytesMax, format) });
      }
      if (problem.code !== 'invalid_model') return problemText(problem);
      if (!isReason(reason)) return problem.detail;
      return t(reason, isValues(values) ? values : {});
    },
    [t, format, problemText],
  );
}
