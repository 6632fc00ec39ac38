import type { ServerResponse } from 'node:http';
import { pool } from '@/lib/database';
import { INFLUX_VERSION } from '@/lib/ingest/endpoint/influx-answer';
import { answerJson, type Door } from './door';

export type Phase = 'starting' | 'ready' | 'stopping';

const DATABASE_MS_MAX = 2_000;

/**
 * `/api/health/live`: the process answers. `/api/health/ready` (and `/api/health`): it takes work, which
 * needs the database; 503 otherwise, so that a load balancer sends nobody here. `/health`: the same in the words of
 * InfluxDB, whose clients ask there before they write.
 */
export function healthDoor(phase: () => Phase): Door {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (path === '/api/health/live') {
      answerJson(response, 200, { status: 'live' });
      return true;
    }
    if (path === '/health') {
      void readiness(phase()).then((facts) => answerInfluxHealth(response, facts.ready));
      return true;
    }
    if (path !== '/api/health' && path !== '/api/health/ready') return false;
    void readiness(phase()).then(({ ready, ...facts }) =>
      answerJson(response, ready ? 200 : 503, facts, ready ? {} : { 'retry-after': '1' }),
    );
    return true;
  };
}

function answerInfluxHealth(response: ServerResponse, isReady: boolean): void {
  const facts = {
    name: 'influxdb',
    message: isReady ? 'ready for writes' : 'the database is away',
    status: isReady ? 'pass' : 'fail',
    checks: [],
    version: INFLUX_VERSION,
  };
  answerJson(response, isReady ? 200 : 503, facts, isReady ? {} : { 'retry-after': '1' });
}

async function readiness(phase: Phase): Promise<{ ready: boolean; status: string; database: string }> {
  if (phase !== 'ready') return { ready: false, status: phase, database: 'unknown' };
  const reachable = await Promise.race([
    pool()
      .query('select 1')
      .then(() => true)
      .catch(() => false),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), DATABASE_MS_MAX).unref()),
  ]);
  return reachable
    ? { ready: true, status: 'ready', database: 'reachable' }
    : { ready: false, status: 'ready', database: 'away' };
}
