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
      if (!t.has(kind)) return kind;
      const repairs = String(facts.repairs ?? '')
        .split(',')
        .filter((repair) => repair !== '' && repairText.has(repair))
        .map((repair) => repairText(repair));
      return t(kind, { ...isolated(facts), repairs: format.list(repairs) });
    },
    [t, repairText, format],
  );
}

/** Words that choose a sentence instead of standing in it. */
const CHOICES: ReadonlySet<string> = new Set(['reason', 'repairs']);

/** What came from a sender keeps its own direction in a sentence of another one. */
function isolated(facts: CheckStep['facts']): CheckStep['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'number' || CHOICES.has(name) || fact === 'none' ? fact : `\u2068${fact}\u2069`,
    ]),
  );
}
