import { assertMay, type Caller, type Reader } from '@/lib/auth/caller';
import { env } from '@/lib/env';
import { problem } from '@/lib/problem';
import {
  type KeptDatasource,
  type KeptWorkspace,
  keptBytes,
  loadKept,
  retentionOf,
} from '../retention/packed-days';
import { dayOf, isoDay } from '../times';
import { readDiskSpace } from './disk-space';
import { type Forecast, makeForecast } from './forecast';
import { capReachedAt, noticesOf, type StorageOutlook } from './notices';
import { type DatasourceStorage, FORECAST_DAYS, type Storage, type StorageNotice } from './schema';

/** What the workspace's datasources take on disk, and what will become of it. */
export async function readStorage(reader: Reader): Promise<Storage> {
  const { workspace, outlook } = await lookAhead(reader);
  const datasources = workspace.datasources.map((datasource, i) =>
    storageOf(datasource, outlook.forecasts[i] as Forecast),
  );
  return {
    retention: workspace.retention,
    storageBytesMax: workspace.storageBytesMax,
    sealAfterHours: env().SEAL_AFTER_HOURS,
    bytes: outlook.bytes,
    readingsPerDay: datasources.reduce((sum, { readingsPerDay }) => sum + readingsPerDay, 0),
    forecast: foretell(outlook.forecasts),
    capReachedAt: capReachedAt(outlook)?.toISOString() ?? null,
    disk: outlook.disk,
    notices: noticesOf(outlook),
    datasources: datasources.sort((a, b) => b.bytes - a.bytes),
  };
}

/** What members should know before it happens; empty when all is well. */
export async function storageNotices(caller: Caller): Promise<StorageNotice[]> {
  return noticesOf((await lookAhead(caller)).outlook);
}

async function lookAhead(reader: Reader): Promise<{ workspace: KeptWorkspace; outlook: StorageOutlook }> {
  assertMay(reader, 'workspace:read');
  const workspace = await loadKept(reader.workspaceId);
  if (!workspace) throw problem('not_found');
  const nowMs = Date.now();
  const today = dayOf(nowMs * 1000);
  const forecasts = workspace.datasources.map((datasource) =>
    makeForecast(datasource, retentionOf(workspace, datasource), today),
  );
  const outlook = {
    bytes: keptBytes(workspace.datasources),
    storageBytesMax: workspace.storageBytesMax,
    disk: await readDiskSpace(),
    forecasts,
    nowMs,
  };
  return { workspace, outlook };
}

const foretell = (forecasts: readonly Forecast[]) =>
  FORECAST_DAYS.map((days) => ({
    days,
    bytes: Math.round(forecasts.reduce((sum, { bytesIn }) => sum + bytesIn(days), 0)),
  }));

function storageOf(datasource: KeptDatasource, forecast: Forecast): DatasourceStorage {
  const { days } = datasource;
  const readings = days.reduce((sum, day) => sum + day.readings, 0);
  const chunkBytes = days.reduce((sum, day) => sum + day.chunkBytes, 0);
  const summaryBytes = days.reduce((sum, day) => sum + day.summaryBytes, 0);
  // Summaries of days whose readings were dropped belong to no reading that is left.
  const ownSummaries = days.reduce((sum, day) => sum + (day.readings > 0 ? day.summaryBytes : 0), 0);
  const oldestPacked = days.find((day) => day.readings > 0)?.day;
  const oldestSummary = days.find((day) => day.summaryBytes > 0)?.day;
  const hotOldest = datasource.hotOldest && dayOf(datasource.hotOldest.getTime() * 1000);
  const oldest = [oldestPacked, hotOldest].filter((day) => typeof day === 'number');
  return {
    id: datasource.id,
    name: datasource.name,
    countedAt: datasource.countedAt?.toISOString() ?? null,
    hot: { messages: datasource.hotMessages, bytes: datasource.hotBytes },
    sealed: { readings, bytes: chunkBytes },
    summaryBytes,
    bytes: datasource.hotBytes + chunkBytes + summaryBytes,
    bytesPerReading: readings > 0 ? (chunkBytes + ownSummaries) / readings : null,
    messagesPerDay: Math.round(datasource.messagesPerDay),
    readingsPerDay: Math.round(datasource.readingsPerDay),
    oldest: oldest.length > 0 ? isoDay(Math.min(...oldest)) : null,
    oldestSummary: oldestSummary === undefined ? null : isoDay(oldestSummary),
    retention: datasource.retention,
    forecast: foretell([forecast]),
  };
}
