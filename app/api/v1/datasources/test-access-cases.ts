import type { RouteHandler } from '@/lib/route';
import * as example from './[id]/example/route';
import * as exported from './[id]/export/route';
import * as fields from './[id]/fields/route';
import * as extend from './[id]/keys/[keyId]/extend/route';
import * as regenerate from './[id]/keys/[keyId]/regenerate/route';
import * as revoke from './[id]/keys/[keyId]/revoke/route';
import * as keys from './[id]/keys/route';
import * as metric from './[id]/metrics/[metricId]/route';
import * as metrics from './[id]/metrics/route';
import * as readings from './[id]/readings/route';
import * as refusals from './[id]/refusals/route';
import * as requestHistory from './[id]/request-history/route';
import * as check from './[id]/requests/[requestId]/check/route';
import * as replay from './[id]/requests/[requestId]/replay/route';
import * as request from './[id]/requests/[requestId]/route';
import * as requests from './[id]/requests/route';
import * as retentionPreview from './[id]/retention/preview/route';
import * as retention from './[id]/retention/route';
import * as datasource from './[id]/route';
import * as testReading from './[id]/test-reading/route';
import * as usage from './[id]/usage/route';
import * as datasources from './route';

export type Case = {
  name: string;
  handler: RouteHandler;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: string;
  body?: unknown;
  /** A body that is refused, and the field that is at fault. */
  bad?: [body: unknown, pointer: string];
  viewer: 'may' | 'may not';
  /** Without an id in its address there is nothing foreign to ask for. */
  foreign?: false;
};

/** Every route of datasources, and who may call it. */
export const CASES: readonly Case[] = [
  { name: 'list', handler: datasources.GET, method: 'GET', viewer: 'may', foreign: false },
  {
    name: 'create',
    handler: datasources.POST,
    method: 'POST',
    body: { name: 'New' },
    bad: [{ name: ' ' }, '/name'],
    viewer: 'may not',
    foreign: false,
  },
  { name: 'read', handler: datasource.GET, method: 'GET', viewer: 'may' },
  {
    name: 'update',
    handler: datasource.PATCH,
    method: 'PATCH',
    body: { name: 'Changed' },
    bad: [{ staleAfterSeconds: 1 }, '/staleAfterSeconds'],
    viewer: 'may not',
  },
  { name: 'usage', handler: usage.GET, method: 'GET', viewer: 'may' },
  { name: 'export', handler: exported.GET, method: 'GET', viewer: 'may' },
  {
    name: 'count readings',
    handler: readings.GET,
    method: 'GET',
    query: '?from=0&to=1000',
    viewer: 'may not',
  },
  {
    name: 'delete readings',
    handler: readings.DELETE,
    method: 'DELETE',
    query: '?from=0&to=1000',
    viewer: 'may not',
  },
  { name: 'example', handler: example.GET, method: 'GET', viewer: 'may' },
  { name: 'metrics', handler: metrics.GET, method: 'GET', viewer: 'may' },
  {
    name: 'update metric',
    handler: metric.PATCH,
    method: 'PATCH',
    body: { unit: '°C' },
    bad: [{ unit: 'x'.repeat(21) }, '/unit'],
    viewer: 'may not',
  },
  {
    name: 'test reading',
    handler: testReading.POST,
    method: 'POST',
    body: { body: { temperature: 42.5 } },
    bad: [{ body: 5 }, '/body'],
    viewer: 'may not',
  },
  { name: 'refusals', handler: refusals.GET, method: 'GET', viewer: 'may' },
  { name: 'requests', handler: requests.GET, method: 'GET', viewer: 'may' },
  { name: 'request', handler: request.GET, method: 'GET', viewer: 'may' },
  {
    name: 'check request',
    handler: check.POST,
    method: 'POST',
    body: {},
    bad: [{ query: 5 }, '/query'],
    viewer: 'may',
  },
  {
    name: 'replay request',
    handler: replay.POST,
    method: 'POST',
    body: {},
    bad: [{ body: 'not base64!' }, '/body'],
    viewer: 'may not',
  },
  { name: 'request history', handler: requestHistory.GET, method: 'GET', viewer: 'may' },
  { name: 'fields', handler: fields.GET, method: 'GET', viewer: 'may' },
  {
    name: 'save fields',
    handler: fields.PUT,
    method: 'PUT',
    body: { rules: { ignored: ['uptime'] } },
    bad: [{ rules: { ignored: 'uptime' } }, '/rules/ignored'],
    viewer: 'may not',
  },
  {
    name: 'preview retention',
    handler: retentionPreview.POST,
    method: 'POST',
    body: { retention: { rawDays: 30, summaryYears: null } },
    bad: [{ retention: { rawDays: -1, summaryYears: null } }, '/retention/rawDays'],
    viewer: 'may not',
  },
  {
    name: 'set retention',
    handler: retention.PUT,
    method: 'PUT',
    body: { retention: null },
    bad: [{ retention: { rawDays: 1.5, summaryYears: null } }, '/retention/rawDays'],
    viewer: 'may not',
  },
  { name: 'keys', handler: keys.GET, method: 'GET', viewer: 'may not' },
  {
    name: 'create key',
    handler: keys.POST,
    method: 'POST',
    body: {},
    bad: [{ expiresInDays: 0 }, '/expiresInDays'],
    viewer: 'may not',
  },
  {
    name: 'regenerate key',
    handler: regenerate.POST,
    method: 'POST',
    body: { graceSeconds: 60 },
    bad: [{ graceSeconds: -1 }, '/graceSeconds'],
    viewer: 'may not',
  },
  {
    name: 'extend grace period',
    handler: extend.POST,
    method: 'POST',
    body: { seconds: 60 },
    bad: [{ seconds: 'long' }, '/seconds'],
    viewer: 'may not',
  },
  { name: 'revoke key', handler: revoke.POST, method: 'POST', viewer: 'may not' },
  { name: 'delete', handler: datasource.DELETE, method: 'DELETE', viewer: 'may not' },
];
