import type { DrawnTile } from './draw-tile';
import { TILE_HEIGHT } from './draw-tile';
import { TILE_BUCKETS, type TilePlace, tileRange } from './tile-grid';
import { spanOf, type TimeView } from './time-view';

/** Where a lane is drawn, in pixels, and which values its height stands for. */
export type Plot = { view: TimeView; width: number; height: number; min: number; max: number };

export const xOf = ({ view, width }: Pick<Plot, 'view' | 'width'>, time: number): number =>
  ((time - view.from) / spanOf(view)) * width;

export const yOf = ({ height, min, max }: Pick<Plot, 'height' | 'min' | 'max'>, value: number): number =>
  height - ((value - min) / (max - min)) * height;

/** Puts a drawn tile in its place. */
export function tileMatrix(plot: Plot, place: TilePlace, { least, greatest }: DrawnTile): string {
  const { from, to } = tileRange(place);
  const height = greatest - least || 1;
  const a = (xOf(plot, to) - xOf(plot, from)) / TILE_BUCKETS;
  const top = yOf(plot, least + height);
  const d = (yOf(plot, least) - top) / TILE_HEIGHT;
  return `matrix(${a} 0 0 ${d} ${xOf(plot, from)} ${top})`;
}
