import type { ReactNode } from 'react';
import { cn } from './class-names';

export type Tone = 'neutral' | 'act' | 'look' | 'inform' | 'good';
const TONES: Record<Tone | 'old', string> = {
  neutral: 'border-line bg-sunken text-ink-2',
  act: 'border-act-line bg-act-soft text-act-text',
  look: 'border-look-line bg-look-soft text-look-text',
  inform: 'border-inform-line bg-inform-soft text-inform-text',
  good: 'border-good-line bg-good-soft text-good-text',
  old: 'relative overflow-hidden border-line-strong bg-sunken ps-3.5 text-ink-2 before:absolute before:inset-y-0 before:start-0 before:w-[9px] before:bg-hatch-fine before:opacity-80',
};

type Props = { tone?: Tone | 'old'; icon?: ReactNode; className?: string; children: ReactNode };

/** Only for what differs from the usual: a usual state is plain text. */
export function Badge({ tone = 'neutral', icon, className, children }: Props) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-micro [&_svg]:size-3 [&_svg]:stroke-2',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A small number beside a title or in the navigation. */
export function Count({
  children,
  tone = 'neutral',
  className,
}: {
  children: ReactNode;
  tone?: 'neutral' | 'act';
  className?: string;
}) {
  return (
    <span
      className={cn(
        'num inline-grid h-[18px] min-w-[18px] place-items-center rounded-sm px-[5px] font-[550] text-[11px] leading-none',
        tone === 'act' ? 'bg-act text-act-ink' : 'bg-hover text-ink-2',
        className,
      )}
    >
      {children}
    </span>
  );
}
