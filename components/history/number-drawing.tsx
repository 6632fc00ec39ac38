import { memo, useId } from 'react';
import { areJoined, type DrawnTile } from './draw-tile';
import type { NumberTile } from './load-tiles';
import { type Plot, tileMatrix, xOf, yOf } from './plot-geometry';
import type { Tile } from './tile-store';

type Props = { tiles: readonly Tile<NumberTile>[]; plot: Plot; ticks: readonly number[] };

/** Gaps narrower than this can't be seen. */
const GAP_MIN_PX = 5;
/** Lines shorter than this can't be seen either: they are dots. */
const DOT_PX = 3;

/** Line, band of least and greatest, gaps, and marks of what was no number. */
export function NumberDrawing({ tiles, plot, ticks }: Props) {
  const id = useId();
  const { width, height } = plot;
  return (
    <svg width={width} height={height} aria-hidden="true" className="absolute inset-0 block overflow-hidden">
      <defs>
        <pattern
          id={id}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          stroke="var(--hatch-ink)"
        >
          <line x1="0" y1="0" x2="0" y2="5" strokeWidth="2" />
        </pattern>
      </defs>
      {ticks.map((value) => (
        <line
          key={value}
          x1={0}
          x2={width}
          y1={yOf(plot, value)}
          y2={yOf(plot, value)}
          stroke="var(--chart-grid)"
        />
      ))}
      {gapsOf(tiles).flatMap(([from, to]) => {
        const x = xOf(plot, from);
        const wide = xOf(plot, to) - x;
        return wide < GAP_MIN_PX ? (
          []
        ) : (
          <rect key={from} {...{ x, y: 0, width: wide, height }} fill={`url(#${id})`} opacity={0.45} />
        );
      })}
      {tiles.map(({ place, data }) =>
        data.drawn.buckets.length === 0 ? null : (
          <g key={`${place.level}/${place.index}`} transform={tileMatrix(plot, place, data.drawn)}>
            <TileShape line={data.drawn.line} band={data.drawn.band} />
          </g>
        ),
      )}
      <Joints tiles={tiles} plot={plot} />
      <Marks tiles={tiles} plot={plot} />
    </svg>
  );
}

/** Within tiles, and between one and the next. */
function gapsOf(tiles: Props['tiles']): [number, number][] {
  return tiles.flatMap(({ data: { drawn } }, i) => {
    const next = tiles[i + 1]?.data.drawn;
    const [end, start] = [drawn.buckets.at(-1)?.[0], next?.buckets[0]?.[0]];
    const isGap = next && end !== undefined && start !== undefined && !areJoined(drawn, next);
    return isGap ? [...drawn.gaps, [end, start] as [number, number]] : drawn.gaps;
  });
}

const BAND = { fill: 'var(--chart-1)', fillOpacity: 0.16 };

/** Drawn once, however often its group moves. */
const TileShape = memo(function TileShape({ line, band }: { line: string; band: string }) {
  return (
    <>
      {band ? <path d={band} {...BAND} /> : null}
      <path
        d={line}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
});

/** What goes on from one tile into the next, and readings with next to nothing beside them. */
function Joints({ tiles, plot }: Pick<Props, 'tiles' | 'plot'>) {
  return (
    <>
      {tiles.map(({ place, data }, i) => {
        const next = tiles[i + 1]?.data.drawn;
        const [end, start] = [data.drawn.buckets.at(-1), next?.buckets[0]];
        if (!next || !end || !start || !areJoined(data.drawn, next)) return null;
        const [x1, x2] = [xOf(plot, end[0]), xOf(plot, start[0])];
        const corners = [end[2], start[2], start[1], end[1]].map((value) => yOf(plot, value));
        const [a, b, c, d] = corners;
        return (
          <g key={place.index}>
            {data.drawn.band || next.band ? (
              <path d={`M${x1} ${a}L${x2} ${b}L${x2} ${c}L${x1} ${d}Z`} {...BAND} />
            ) : null}
            <line
              {...{ x1, x2, y1: yOf(plot, end[3]), y2: yOf(plot, start[3]) }}
              stroke="var(--chart-1)"
              strokeWidth={1.5}
            />
          </g>
        );
      })}
      {dotsOf(tiles, plot).map(({ from, to, value }) => (
        <circle
          key={from}
          cx={(xOf(plot, from) + xOf(plot, to)) / 2}
          cy={yOf(plot, value)}
          r={2.5}
          fill="var(--chart-1)"
        />
      ))}
    </>
  );
}

/** Stretches too narrow to be seen as a line, with nothing joined to them. */
function dotsOf(tiles: Props['tiles'], plot: Plot): DrawnTile['strokes'] {
  return tiles.flatMap(({ data: { drawn } }, i) => {
    const [before, after] = [tiles[i - 1]?.data.drawn, tiles[i + 1]?.data.drawn];
    return drawn.strokes.filter(
      ({ from, to }, n) =>
        xOf(plot, to) - xOf(plot, from) < DOT_PX &&
        !(n === 0 && before && areJoined(before, drawn)) &&
        !(n === drawn.strokes.length - 1 && after && areJoined(drawn, after)),
    );
  });
}

/** Closer together than this they are strokes. */
const MARK_PX = 10;

/** Values of another kind, at the top. */
function Marks({ tiles, plot }: Pick<Props, 'tiles' | 'plot'>) {
  const places = tiles
    .flatMap(({ data }) => data.others.map(([time]) => xOf(plot, time)))
    .filter((x) => x > -4 && x < plot.width + 4);
  const isDense = places.length * MARK_PX > plot.width;
  return (
    <>
      {places.map((x) => (
        <path
          key={x}
          d={isDense ? `M${x} 2v8` : `M${x} 2l4 4l-4 4l-4 -4Z`}
          fill="var(--surface)"
          stroke="var(--ink-2)"
          strokeWidth={isDense ? 1 : 1.25}
        />
      ))}
    </>
  );
}
