'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';

/** Form and colour: diamond for act, triangle for look, disc for know. */
const LOOK: Record<Severity, string> = {
  act: 'rotate-45 rounded-[1.5px] bg-act',
  look: 'bg-look [clip-path:polygon(50%_0,100%_100%,0_100%)]',
  know: 'rounded-full bg-inform',
};

/** A small mark in a list: an alert is met. */
export function AlertDot({ severity }: { severity: Severity }) {
  const t = useTranslations('alert.severity');
  return (
    <span
      role="img"
      aria-label={t(severity)}
      className={cn('size-[9px] shrink-0 forced-color-adjust-none', LOOK[severity])}
    />
  );
}
