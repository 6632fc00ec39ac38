'use client';

import { useTimeText } from '@/components/widget/chart/use-time-text';
import { xOf } from './plot-geometry';
import { AXIS_HEIGHT, GUTTER_PX } from './plot-size';
import type { TimeView } from './time-view';

const TICK_PX = 110;

/** Times under all lanes. */
export function TimeAxis({ view, width }: { view: TimeView; width: number }) {
  const time = useTimeText();
  const most = Math.max(2, Math.floor(width / TICK_PX));
  const ticks = time
    .ticks(view.from, view.to, most)
    .filter(({ at }) => xOf({ view, width }, at) < width - 16);
  return (
    <div
      aria-hidden="true"
      className="ltr relative"
      style={{ marginInlineStart: GUTTER_PX, marginInlineEnd: 12, height: AXIS_HEIGHT }}
    >
      {ticks.map(({ at, text }) => (
        <span
          key={at}
          className="num absolute top-1.5 -translate-x-1/2 whitespace-nowrap text-[11px] text-ink-3"
          style={{ insetInlineStart: xOf({ view, width }, at) }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
