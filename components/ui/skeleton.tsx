import { cn } from './class-names';

type Props = { width?: string; height?: string; className?: string };

/** Holds the place of what is loading, at its size. It shows only after 150 ms. */
export function Skeleton({ width, height, className }: Props) {
  return (
    <span aria-hidden="true" className="block animate-after-wait">
      <span
        className={cn('block h-2.5 animate-breathe rounded-[3px] bg-pressed', className)}
        style={{ width, height }}
      />
    </span>
  );
}
