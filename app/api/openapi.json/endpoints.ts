import * as assetsIdDocument from '@/app/api/v1/assets/[id]/document/route';
import * as assetsIdDuplicate from '@/app/api/v1/assets/[id]/duplicate/route';
import * as assetsId from '@/app/api/v1/assets/[id]/route';
import * as assetsIdThumbnail from '@/app/api/v1/assets/[id]/thumbnail/route';
import * as assetsIdUsage from '@/app/api/v1/assets/[id]/usage/route';
import * as assetsFromStarter from '@/app/api/v1/assets/from-starter/route';
import * as assets from '@/app/api/v1/assets/route';
import * as audit from '@/app/api/v1/audit/route';
import * as datasourcesIdExample from '@/app/api/v1/datasources/[id]/example/route';
import * as datasourcesIdExport from '@/app/api/v1/datasources/[id]/export/route';
import * as datasourcesIdFields from '@/app/api/v1/datasources/[id]/fields/route';
import * as datasourcesIdKeysKeyidExtend from '@/app/api/v1/datasources/[id]/keys/[keyId]/extend/route';
import * as datasourcesIdKeysKeyidRegenerate from '@/app/api/v1/datasources/[id]/keys/[keyId]/regenerate/route';
import * as datasourcesIdKeysKeyidRevoke from '@/app/api/v1/datasources/[id]/keys/[keyId]/revoke/route';
import * as datasourcesIdKeys from '@/app/api/v1/datasources/[id]/keys/route';
import * as datasourcesIdMetricsMetricid from '@/app/api/v1/datasources/[id]/metrics/[metricId]/route';
import * as datasourcesIdMetrics from '@/app/api/v1/datasources/[id]/metrics/route';
import * as datasourcesIdReadings from '@/app/api/v1/datasources/[id]/readings/route';
import * as datasourcesIdRefusals from '@/app/api/v1/datasources/[id]/refusals/route';
import * as datasourcesIdRequestHistory from '@/app/api/v1/datasources/[id]/request-history/route';
import * as datasourcesIdRequestsRequestidCheck from '@/app/api/v1/datasources/[id]/requests/[requestId]/check/route';
import * as datasourcesIdRequestsRequestidReplay from '@/app/api/v1/datasources/[id]/requests/[requestId]/replay/route';
import * as datasourcesIdRequestsRequestid from '@/app/api/v1/datasources/[id]/requests/[requestId]/route';
import * as datasourcesIdRequests from '@/app/api/v1/datasources/[id]/requests/route';
import * as datasourcesIdRetentionPreview from '@/app/api/v1/datasources/[id]/retention/preview/route';
import * as datasourcesIdRetention from '@/app/api/v1/datasources/[id]/retention/route';
import * as datasourcesId from '@/app/api/v1/datasources/[id]/route';
import * as datasourcesIdSeries from '@/app/api/v1/datasources/[id]/series/route';
import * as datasourcesIdStates from '@/app/api/v1/datasources/[id]/states/route';
import * as datasourcesIdTestReading from '@/app/api/v1/datasources/[id]/test-reading/route';
import * as datasourcesIdUsage from '@/app/api/v1/datasources/[id]/usage/route';
import * as datasources from '@/app/api/v1/datasources/route';
import * as filesHash from '@/app/api/v1/files/[hash]/route';
import * as keysKeyidExtend from '@/app/api/v1/keys/[keyId]/extend/route';
import * as keysKeyidRegenerate from '@/app/api/v1/keys/[keyId]/regenerate/route';
import * as keysKeyidRevoke from '@/app/api/v1/keys/[keyId]/revoke/route';
import * as keys from '@/app/api/v1/keys/route';
import * as latest from '@/app/api/v1/latest/route';
import * as liveTickets from '@/app/api/v1/live-tickets/route';
import * as overview from '@/app/api/v1/overview/route';
import * as places from '@/app/api/v1/places/route';
import * as scenesIdDocument from '@/app/api/v1/scenes/[id]/document/route';
import * as scenesIdDuplicate from '@/app/api/v1/scenes/[id]/duplicate/route';
import * as scenesId from '@/app/api/v1/scenes/[id]/route';
import * as scenesIdShareRotate from '@/app/api/v1/scenes/[id]/share/rotate/route';
import * as scenesIdShare from '@/app/api/v1/scenes/[id]/share/route';
import * as scenesIdThumbnail from '@/app/api/v1/scenes/[id]/thumbnail/route';
import * as scenes from '@/app/api/v1/scenes/route';
import * as series from '@/app/api/v1/series/route';
import * as sharedToken from '@/app/api/v1/shared/[token]/route';
import * as sqlAccessRotate from '@/app/api/v1/sql-access/rotate/route';
import * as sqlAccess from '@/app/api/v1/sql-access/route';
import * as state from '@/app/api/v1/state/route';
import * as storageRetentionPreview from '@/app/api/v1/storage/retention/preview/route';
import * as storageRetention from '@/app/api/v1/storage/retention/route';
import * as storage from '@/app/api/v1/storage/route';
import type { Endpoint, HttpMethod } from '@/lib/openapi';
import type { RouteHandler } from '@/lib/route';
import { hotEndpoints } from './hot-endpoints';
import { protocolEndpoints } from './protocol-endpoints';

type Routes = { path: string; tag: string; handlers: Record<string, unknown> };

/** Every route of the API; a test finds a route that is missing here. */
export const ROUTES: readonly Routes[] = [
  { path: '/api/v1/assets/[id]/document', tag: 'Assets', handlers: assetsIdDocument },
  { path: '/api/v1/assets/[id]/duplicate', tag: 'Assets', handlers: assetsIdDuplicate },
  { path: '/api/v1/assets/[id]', tag: 'Assets', handlers: assetsId },
  { path: '/api/v1/assets/[id]/thumbnail', tag: 'Assets', handlers: assetsIdThumbnail },
  { path: '/api/v1/assets/[id]/usage', tag: 'Assets', handlers: assetsIdUsage },
  { path: '/api/v1/assets/from-starter', tag: 'Assets', handlers: assetsFromStarter },
  { path: '/api/v1/assets', tag: 'Assets', handlers: assets },
  { path: '/api/v1/datasources/[id]/example', tag: 'Datasources', handlers: datasourcesIdExample },
  { path: '/api/v1/datasources/[id]/export', tag: 'History', handlers: datasourcesIdExport },
  { path: '/api/v1/datasources/[id]/readings', tag: 'History', handlers: datasourcesIdReadings },
  {
    path: '/api/v1/datasources/[id]/keys/[keyId]/extend',
    tag: 'Datasources',
    handlers: datasourcesIdKeysKeyidExtend,
  },
  {
    path: '/api/v1/datasources/[id]/keys/[keyId]/regenerate',
    tag: 'Datasources',
    handlers: datasourcesIdKeysKeyidRegenerate,
  },
  {
    path: '/api/v1/datasources/[id]/keys/[keyId]/revoke',
    tag: 'Datasources',
    handlers: datasourcesIdKeysKeyidRevoke,
  },
  { path: '/api/v1/datasources/[id]/keys', tag: 'Datasources', handlers: datasourcesIdKeys },
  {
    path: '/api/v1/datasources/[id]/metrics/[metricId]',
    tag: 'Datasources',
    handlers: datasourcesIdMetricsMetricid,
  },
  { path: '/api/v1/datasources/[id]/metrics', tag: 'Datasources', handlers: datasourcesIdMetrics },
  { path: '/api/v1/datasources/[id]/refusals', tag: 'Datasources', handlers: datasourcesIdRefusals },
  { path: '/api/v1/datasources/[id]/fields', tag: 'Datasources', handlers: datasourcesIdFields },
  {
    path: '/api/v1/datasources/[id]/request-history',
    tag: 'Datasources',
    handlers: datasourcesIdRequestHistory,
  },
  {
    path: '/api/v1/datasources/[id]/requests/[requestId]/check',
    tag: 'Datasources',
    handlers: datasourcesIdRequestsRequestidCheck,
  },
  {
    path: '/api/v1/datasources/[id]/requests/[requestId]/replay',
    tag: 'Datasources',
    handlers: datasourcesIdRequestsRequestidReplay,
  },
  {
    path: '/api/v1/datasources/[id]/requests/[requestId]',
    tag: 'Datasources',
    handlers: datasourcesIdRequestsRequestid,
  },
  { path: '/api/v1/datasources/[id]/requests', tag: 'Datasources', handlers: datasourcesIdRequests },
  { path: '/api/v1/datasources/[id]', tag: 'Datasources', handlers: datasourcesId },
  { path: '/api/v1/datasources/[id]/series', tag: 'History', handlers: datasourcesIdSeries },
  { path: '/api/v1/datasources/[id]/states', tag: 'History', handlers: datasourcesIdStates },
  {
    path: '/api/v1/datasources/[id]/retention/preview',
    tag: 'Datasources',
    handlers: datasourcesIdRetentionPreview,
  },
  { path: '/api/v1/datasources/[id]/retention', tag: 'Datasources', handlers: datasourcesIdRetention },
  { path: '/api/v1/datasources/[id]/test-reading', tag: 'Datasources', handlers: datasourcesIdTestReading },
  { path: '/api/v1/datasources/[id]/usage', tag: 'Datasources', handlers: datasourcesIdUsage },
  { path: '/api/v1/datasources', tag: 'Datasources', handlers: datasources },
  { path: '/api/v1/files/[hash]', tag: 'Files', handlers: filesHash },
  { path: '/api/v1/latest', tag: 'History', handlers: latest },
  { path: '/api/v1/keys/[keyId]/extend', tag: 'Keys', handlers: keysKeyidExtend },
  { path: '/api/v1/keys/[keyId]/regenerate', tag: 'Keys', handlers: keysKeyidRegenerate },
  { path: '/api/v1/keys/[keyId]/revoke', tag: 'Keys', handlers: keysKeyidRevoke },
  { path: '/api/v1/keys', tag: 'Keys', handlers: keys },
  { path: '/api/v1/live-tickets', tag: 'Live', handlers: liveTickets },
  { path: '/api/v1/audit', tag: 'Workspace', handlers: audit },
  { path: '/api/v1/storage/retention/preview', tag: 'Workspace', handlers: storageRetentionPreview },
  { path: '/api/v1/storage/retention', tag: 'Workspace', handlers: storageRetention },
  { path: '/api/v1/storage', tag: 'Workspace', handlers: storage },
  { path: '/api/v1/overview', tag: 'Workspace', handlers: overview },
  { path: '/api/v1/places', tag: 'Workspace', handlers: places },
  { path: '/api/v1/scenes/[id]/document', tag: 'Scenes', handlers: scenesIdDocument },
  { path: '/api/v1/scenes/[id]/duplicate', tag: 'Scenes', handlers: scenesIdDuplicate },
  { path: '/api/v1/scenes/[id]', tag: 'Scenes', handlers: scenesId },
  { path: '/api/v1/scenes/[id]/share/rotate', tag: 'Scenes', handlers: scenesIdShareRotate },
  { path: '/api/v1/scenes/[id]/share', tag: 'Scenes', handlers: scenesIdShare },
  { path: '/api/v1/scenes/[id]/thumbnail', tag: 'Scenes', handlers: scenesIdThumbnail },
  { path: '/api/v1/scenes', tag: 'Scenes', handlers: scenes },
  { path: '/api/v1/series', tag: 'History', handlers: series },
  { path: '/api/v1/sql-access/rotate', tag: 'Workspace', handlers: sqlAccessRotate },
  { path: '/api/v1/sql-access', tag: 'Workspace', handlers: sqlAccess },
  { path: '/api/v1/state', tag: 'History', handlers: state },
  { path: '/api/v1/shared/[token]', tag: 'Scenes', handlers: sharedToken },
];

const METHODS: readonly HttpMethod[] = ['get', 'post', 'put', 'patch', 'delete'];

const isHandler = (value: unknown): value is RouteHandler =>
  typeof value === 'function' && 'definition' in value;

/** Endpoints as OpenAPI wants them: what each route's own definition says. */
export const endpoints = (): Endpoint[] => [
  ...hotEndpoints,
  ...protocolEndpoints,
  ...ROUTES.flatMap(({ path, tag, handlers }) =>
    METHODS.flatMap((method): Endpoint[] => {
      const handler = handlers[method.toUpperCase()];
      return isHandler(handler) ? [{ path, method, tag, definition: handler.definition }] : [];
    }),
  ),
];
