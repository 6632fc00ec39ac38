'use client';

import { Progress as Radix } from 'radix-ui';
import { cn } from './class-names';

type Props = {
  /** 0 to 1; null: how much is left is not known. */
  value: number | null;
  label: string;
  className?: string;
};

export function Progress({ value, label, className }: Props) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <Radix.Root
      value={percent}
      aria-label={label}
      className={cn('block h-1 w-full overflow-hidden rounded-full bg-pressed', className)}
    >
      <Radix.Indicator
        className={cn(
          'block h-full rounded-full bg-accent',
          percent === null ? 'w-1/3 animate-breathe' : 'transition-[width] duration-(--duration-slow)',
        )}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </Radix.Root>
  );
}
