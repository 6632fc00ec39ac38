import { cn } from './class-names';

/** What happened in one slice of time. */
export type Beat = 'came' | 'late' | 'refused' | 'never';

const BEATS: Record<Beat, string> = {
  came: 'bg-[var(--chart-2)] opacity-62',
  late: 'bg-hatch-fine opacity-85',
  refused: 'bg-act',
  never: 'bg-line',
};

/** A row of bars, oldest first: grey came, hatched late, red refused, faint never. */
export function Heartbeat({
  beats,
  label,
  className,
}: {
  beats: readonly Beat[];
  label: string;
  className?: string;
}) {
  return (
    <span role="img" aria-label={label} className={cn('ltr flex h-4 w-26 gap-[1.5px]', className)}>
      {beats.map((beat, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a beat is its place in the row
        <i key={index} className={cn('flex-1 rounded-[1px] forced-color-adjust-none', BEATS[beat])} />
      ))}
    </span>
  );
}
