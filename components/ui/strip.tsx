import type { ReactNode } from 'react';
import { cn } from './class-names';

/** A few figures in one hairline box, instead of a card for each. */
export function Strip({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={cn(
        'mb-4 grid grid-flow-col auto-cols-fr rounded-md border border-line bg-surface',
        'max-md:grid-flow-row max-md:grid-cols-2',
        className,
      )}
    >
      {children}
    </dl>
  );
}

type FigureProps = {
  label: ReactNode;
  value: ReactNode;
  /** Small, after the value: a unit, a part of the whole. */
  unit?: ReactNode;
  /** At the end: a sparkline. Hidden on a phone. */
  aside?: ReactNode;
};

export function StripFigure({ label, value, unit, aside }: FigureProps) {
  return (
    <div className="grid min-w-0 grid-rows-[16px_28px] gap-0.5 border-line border-s px-4 py-3 first:border-s-0 max-md:odd:border-s-0 max-md:[&:nth-child(n+3)]:border-t">
      <dt className="truncate text-ink-3 text-small">{label}</dt>
      <dd className="num flex items-center justify-between gap-3 font-semibold text-title tracking-[-0.02em]">
        <span className="min-w-0 truncate">
          {/* Isolated: two figures side by side would change places in Arabic. */}
          <bdi>{value}</bdi>
          {unit ? (
            <small className="ms-1 inline-block font-normal text-ink-3 text-small tracking-normal">
              {unit}
            </small>
          ) : null}
        </span>
        {aside ? <span className="max-md:hidden">{aside}</span> : null}
      </dd>
    </div>
  );
}
