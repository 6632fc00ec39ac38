import type { ReactNode } from 'react';
import { cn } from './class-names';
import { type Severity, SeverityMark } from './status-mark';

const TONES: Record<Severity | 'neutral', string> = {
  neutral: 'border-line bg-sunken',
  act: 'border-act-line bg-act-soft',
  look: 'border-look-line bg-look-soft',
  inform: 'border-inform-line bg-inform-soft',
  good: 'border-good-line bg-good-soft',
};

type Props = {
  tone?: Severity | 'neutral';
  role?: 'alert' | 'status';
  className?: string;
  children: ReactNode;
};

/** A sentence in a box with its mark: something to know before going on. */
export function Note({ tone = 'neutral', role, className, children }: Props) {
  return (
    <div
      role={role}
      className={cn('flex gap-2.5 rounded-md border px-3 py-2.5 text-dense text-ink', TONES[tone], className)}
    >
      {tone === 'neutral' ? null : <SeverityMark severity={tone} />}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
