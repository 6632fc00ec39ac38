import { problem } from '@/lib/problem';
import { may, type Permission, type Role } from './permissions';

/** The signed-in member on whose behalf something is done. First parameter of every use case. */
export type Caller = { userId: string; workspaceId: string; role: Role };

/** The holder of an API key that may read: telemetry of the datasources that it reaches, and nothing else. */
export type KeyReader = {
  keyId: string;
  workspaceId: string;
  /** Null: every datasource of the workspace. */
  datasourceIds: readonly string[] | null;
};

/** Who reads telemetry. First parameter of the use cases that a key may call too. */
export type Reader = Caller | KeyReader;

/** Who reads a scene: a member, or anyone who holds the scene's public link (that scene only, read only). */
export type SceneReader =
  | { kind: 'member'; caller: Caller }
  | { kind: 'share'; workspaceId: string; sceneId: string };

/** Throws `forbidden` (403) when the caller's role does not allow it. */
export function assertMay(reader: Reader, permission: Permission): void {
  if (mayDo(reader, permission)) return;
  if ('keyId' in reader)
    throw problem('insufficient_scope', {
      detail:
        permission === OF_WIDE_KEYS
          ? 'Only API keys that reach the whole workspace may read this.'
          : 'API keys may read telemetry, and nothing else.',
    });
  throw problem('forbidden', { detail: `Your role (${reader.role}) does not allow this.` });
}

/** What belongs to no single datasource: keys that reach them all may read it. */
const OF_WIDE_KEYS: Permission = 'workspace:read';

export function mayDo(reader: Reader, permission: Permission): boolean {
  if (!('keyId' in reader)) return may(reader.role, permission);
  return permission === 'datasource:read' || (permission === OF_WIDE_KEYS && reader.datasourceIds === null);
}

/** Null: all datasources of the reader's workspace. */
export const reachOf = (reader: Reader): readonly string[] | null =>
  'keyId' in reader ? reader.datasourceIds : null;

/** Within its workspace; whether it is of that workspace, the query must say. */
export const reaches = (reader: Reader, datasourceId: string): boolean =>
  reachOf(reader)?.includes(datasourceId) ?? true;
