import { api } from '@/lib/api-client';
import { type Series, seriesSchema } from '@/lib/live/protocol';
import { type StatesAnswer, statesSchema } from '@/lib/telemetry/history/states-schema';
import { type DrawnTile, drawTile } from './draw-tile';
import { bucketMsOf, TILE_BUCKETS, type TilePlace, tileRange } from './tile-grid';

export type NumberTile = { drawn: DrawnTile; others: Series['others']; hourlyUntil: number | null };

const queryOf = (place: TilePlace, dataKey: string, more: Record<string, string>): URLSearchParams => {
  const { from, to } = tileRange(place);
  return new URLSearchParams({
    ...{ metric: dataKey, from: String(from), to: String(to) },
    ...{ points: String(TILE_BUCKETS), ...more },
  });
};

/** Numbers, and the marks of what was none. */
export const numberTiles =
  (datasourceId: string, dataKey: string) =>
  async (place: TilePlace, signal: AbortSignal): Promise<NumberTile> => {
    const query = queryOf(place, dataKey, { bucketMs: String(bucketMsOf(place.level)), align: 'true' });
    const path = `/api/v1/datasources/${datasourceId}/series?${query}`;
    const series = await api.get(path, seriesSchema, { signal });
    return { drawn: drawTile(place, series), others: series.others, hourlyUntil: series.hourlyUntil };
  };

/** Which value stood when. */
export const stateTiles =
  (datasourceId: string, dataKey: string) =>
  async (place: TilePlace, signal: AbortSignal): Promise<StatesAnswer> =>
    api.get(`/api/v1/datasources/${datasourceId}/states?${queryOf(place, dataKey, {})}`, statesSchema, {
      signal,
    });
