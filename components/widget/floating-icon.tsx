'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { IconKind, Severity } from '@/lib/alert/schema';
import { ICON_LOOKS } from './icon-looks';

const GROUND: Record<Severity, string> = {
  act: 'bg-act text-act-ink',
  look: 'bg-look text-[oklch(0.24_0.04_70)]',
  know: 'bg-inform text-[oklch(0.99_0.005_240)] dark:text-[oklch(0.18_0.03_240)]',
};
const RING: Record<Severity, string> = { act: 'bg-act', look: 'bg-look', know: 'bg-inform' };

type Props = {
  iconKind: IconKind;
  severity: Severity;
  /** The widget whose alert it shows. */
  title: string;
};

/** *Show Floating Icon*: a badge that hangs over the anchor while the condition is met. It pulses unless motion is unwanted. */
export function FloatingIcon({ iconKind, severity, title }: Props) {
  const t = useTranslations('alert');
  const Icon = ICON_LOOKS[iconKind];
  return (
    <span
      role="img"
      aria-label={`${t(`icon.${iconKind}`)}. ${t('active', { severity: t(`severity.${severity}`), title })}`}
      data-floating-icon={iconKind}
      data-severity={severity}
      className={cn(
        'relative grid size-8 place-items-center rounded-full shadow-float forced-color-adjust-none',
        GROUND[severity],
      )}
    >
      <span
        aria-hidden="true"
        className={cn(
          'absolute -inset-2.5 -z-10 animate-pulse-ring rounded-full motion-reduce:animate-none motion-reduce:scale-[0.77] motion-reduce:opacity-25',
          RING[severity],
        )}
      />
      <Icon aria-hidden="true" className="size-[18px] stroke-2" />
    </span>
  );
}
