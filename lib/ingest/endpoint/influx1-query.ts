import { looksLikeApiKey } from '@/lib/api-key/key-text';
import type { IngestAnswer, IngestRequest } from '../request';
import { influxHeaders } from './influx-answer';
import { answerError } from './influx1-error';

/** A statement is short. */
const BYTES_MAX = 10_000;
const CREATE = /^CREATE\s+DATABASE\s+[^;\s][^;]*$/i;
const SHOW = /^SHOW\s+DATABASES$/i;

/**
 * What InfluxDB's clients ask before they write: whether the database exists, and to make it. There is nothing to make
 * here, as the key says where readings go. The key is looked at but not looked up: nothing is told and nothing done.
 */
export async function answerQuery(request: IngestRequest, key: string | undefined): Promise<IngestAnswer> {
  if (request.method !== 'GET' && request.method !== 'POST') return answerError(405, 'Ask with GET or POST.');
  if (key === undefined || !looksLikeApiKey(key))
    return answerError(401, 'authorization failed: send an API key of Twinnoverse as the password.');
  const parameters = new URLSearchParams(request.query);
  const statement = withoutEnd(parameters.get('q') ?? (await statementOfBody(request)) ?? '');
  if (CREATE.test(statement)) return answer({ statement_id: 0 });
  if (SHOW.test(statement)) {
    const database = parameters.get('db');
    const values = database ? [[database]] : [];
    return answer({ statement_id: 0, series: [{ name: 'databases', columns: ['name'], values }] });
  }
  return answerError(
    400,
    'Twinnoverse takes InfluxDB writes, but answers no queries beside CREATE DATABASE and SHOW DATABASES. Read history by its own API: /docs/api',
  );
}

/** Cut by hand: spaces that an expression may share out among its parts are tried in every way. */
function withoutEnd(text: string): string {
  const statement = text.trim();
  return statement.endsWith(';') ? statement.slice(0, -1).trimEnd() : statement;
}

async function statementOfBody(request: IngestRequest): Promise<string | null> {
  if (request.method !== 'POST') return null;
  const body = await request.readBody(BYTES_MAX);
  return new URLSearchParams(body.toString('utf8')).get('q');
}

function answer(result: Record<string, unknown>): IngestAnswer {
  const body = JSON.stringify({ results: [result] });
  return {
    status: 200,
    headers: influxHeaders(undefined, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    body,
  };
}
