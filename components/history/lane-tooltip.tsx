import type { ReactNode } from 'react';

type Props = {
  x: number;
  width: number;
  /** In a low lane it stands in the lane above, or is left out. */
  time?: string | undefined;
  value: ReactNode;
  note?: string | undefined;
};

/** What is under the pointer, beside it: on the side with more room. */
export function LaneTooltip({ x, width, time, value, note }: Props) {
  const isRight = x > width / 2;
  return (
    <div
      className="pointer-events-none absolute top-1 z-3 max-w-64 rounded-sm bg-raised px-2.5 py-1.5 text-small shadow-float"
      style={isRight ? { insetInlineEnd: width - x + 10 } : { insetInlineStart: x + 10 }}
    >
      {time ? <bdi className="num block whitespace-nowrap text-ink-3">{time}</bdi> : null}
      <bdi className="num block break-words font-semibold text-ink">{value}</bdi>
      {note ? <bdi className="num block text-ink-3">{note}</bdi> : null}
    </div>
  );
}
