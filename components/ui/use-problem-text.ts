'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem } from '@/lib/api-client';

const TOLD = [
  'offline',
  'unexpected_answer',
  'not_found',
  'forbidden',
  'unauthenticated',
  'conflict',
  'too_many_requests',
  'unavailable',
] as const;

/** What a failed request means, in a sentence for people. Codes without a sentence of ours keep the server's. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('problem.request');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error);
      const known = TOLD.find((code) => code === error.code) ?? 'other';
      return t(known, { detail: error.detail });
    },
    [t],
  );
}
