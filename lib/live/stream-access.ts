import type { IncomingHttpHeaders } from 'node:http';
import { insufficientScope } from '@/lib/api-key/check-key';
import { presentedKey, readerOf } from '@/lib/api-key/reader';
import { assertMay, type Reader, reaches, type SceneReader } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { idSchema } from '@/lib/ids';
import { problem } from '@/lib/problem';
import { noSuchScene } from '@/lib/scene/find-scene';
import { findShare } from '@/lib/scene/read-shared-scene';
import { sceneDatasources } from '@/lib/scene/scene-datasources';
import { STREAM_DATASOURCES_MAX } from './live-ticket-schema';
import { remembered } from './remembered';

export type AccessRequest = {
  query: URLSearchParams;
  headers: Headers | IncomingHttpHeaders;
  /** Of the sender; left out in route handlers, whose headers tell. */
  address?: string | undefined;
};

const sceneIdSchema = idSchema('scene');
const datasourceIdSchema = idSchema('datasource');
/** What changes about a scene (its link switched off, a datasource added) shows within this time. */
export const SCENE_CHECK_MS = 1_000;
/** A session that ended elsewhere ends its streams within this time. */
export const SESSION_CHECK_MS = 10_000;
/** A key that was revoked. */
const KEY_CHECK_MS = 1_000;

/**
 * The datasources a stream may tell of; throws what the request deserves when it may not (any more). Asked when a
 * stream opens and again while it is open.
 */
export type StreamAccess = { checkEveryMs: number; datasources: () => Promise<readonly string[]> };

/** Who asks for what: `?share=TOKEN`, `?scene=ID` or `?datasources=a,b`. */
export function streamAccess(request: AccessRequest): StreamAccess {
  const { query } = request;
  const share = query.get('share');
  if (share) {
    return {
      checkEveryMs: SCENE_CHECK_MS,
      datasources: () => remembered(`share ${share}`, () => sharedDatasources(share)),
    };
  }
  const scene = query.get('scene');
  if (scene && !sceneIdSchema.safeParse(scene).success) throw noSuchScene();
  if (scene) return { checkEveryMs: SCENE_CHECK_MS, datasources: memberScene(request, scene) };
  const ids = [...new Set((query.get('datasources') ?? '').split(',').filter(Boolean))];
  if (ids.length === 0 || ids.length > STREAM_DATASOURCES_MAX) {
    const detail = `Name a scene, a share token, or 1 to ${STREAM_DATASOURCES_MAX} datasources.`;
    throw problem('invalid_request', { detail, errors: [{ pointer: '/datasources', detail }] });
  }
  if (!ids.every((id) => datasourceIdSchema.safeParse(id).success)) throw noSuchDatasource();
  return {
    checkEveryMs: presentedKey(request.headers) === undefined ? SESSION_CHECK_MS : KEY_CHECK_MS,
    datasources: async () => {
      await assertDatasources(await readerOfTelemetry(request), ids);
      return ids;
    },
  };
}

/** A member of the workspace, or the holder of a key that reads. */
async function readerOfTelemetry({ headers, address }: AccessRequest): Promise<Reader> {
  const reader = await readerOf(headers, address);
  if (!reader) throw problem('unauthenticated');
  assertMay(reader, 'datasource:read');
  return reader;
}

async function member(request: AccessRequest): Promise<Extract<SceneReader, { kind: 'member' }>> {
  const caller = await readerOfTelemetry(request);
  if ('keyId' in caller)
    throw insufficientScope('API keys read datasources. Name them, or use the public link of the scene.');
  return { kind: 'member', caller };
}

/** The scene is looked at each second, the session ten times less often: it costs a decryption. */
function memberScene(request: AccessRequest, sceneId: string) {
  let known: { reader: Extract<SceneReader, { kind: 'member' }>; at: number } | undefined;
  return async () => {
    if (!known || Date.now() - known.at > SESSION_CHECK_MS)
      known = { reader: await member(request), at: Date.now() };
    const { reader } = known;
    return remembered(`scene ${reader.caller.workspaceId} ${sceneId}`, () =>
      sceneDatasources(reader, sceneId),
    );
  };
}

async function sharedDatasources(token: string): Promise<readonly string[]> {
  const reader = await findShare(token);
  return sceneDatasources(reader, reader.sceneId);
}

const noSuchDatasource = () => problem('not_found', { detail: 'There is no such datasource.' });

/** A foreign datasource, and one that a key does not reach, is as missing as one that never was. */
export async function assertDatasources(reader: Reader, ids: readonly string[]): Promise<void> {
  if (!ids.every((id) => reaches(reader, id))) throw noSuchDatasource();
  const { workspaceId } = reader;
  const found = await remembered(`datasources ${workspaceId} ${ids.join()}`, async () => {
    const { rows } = await pool().query<{ count: number }>(
      'select count(*)::int as count from datasource where workspace_id = $1 and id = any($2::text[])',
      [workspaceId, ids],
    );
    return rows[0]?.count;
  });
  if (found !== ids.length) throw noSuchDatasource();
}

/**
 * May this reader see this datasource? By `?share=TOKEN` those of the scene, else by key those that it reaches, by
 * session those of the workspace. Answers the datasource; throws the same 404 for a foreign and a missing one.
 */
export async function readableDatasource(
  request: AccessRequest,
  id: string,
): Promise<{ id: string; number: number }> {
  const share = request.query.get('share');
  let workspaceId: string | undefined;
  if (share) {
    const ids = await remembered(`share ${share}`, () => sharedDatasources(share));
    if (!ids.includes(id)) throw noSuchDatasource();
  } else {
    const reader = await readerOfTelemetry(request);
    if (!reaches(reader, id)) throw noSuchDatasource();
    workspaceId = reader.workspaceId;
  }
  const { rows } = await pool().query<{ id: string; number: number }>(
    'select id, number from datasource where id = $1 and ($2::text is null or workspace_id = $2)',
    [id, workspaceId ?? null],
  );
  if (!rows[0]) throw noSuchDatasource();
  return rows[0];
}
