'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { CheckStep } from '@/lib/inspector/schema';

/** A correction or an advice in a sentence. One that this page does not know keeps its name. */
export function useStepText(of: 'step' | 'advice'): (step: CheckStep) => string {
  const t = useTranslations(`inspector.${of}`);
  const repairText = useTranslations('inspector.repair');
  const format = useFormatter();
  return useCallback(
    ({ kind, facts }) => {
      if (!t.has(kind as never)) return kind;
      const repairs = String(facts.repairs ?? '')
        .split(',')
        .filter((repair) => repair !== '' && repairText.has(repair as never))
        .map((repair) => repairText(repair as never));
      return t(kind as never, { ...facts, repairs: format.list(repairs) } as never);
    },
    [t, repairText, format],
  );
}
