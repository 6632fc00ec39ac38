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

/** All that a key which reads may do. */
const OF_KEYS: readonly Permission[] = ['datasource:read'];

/** Throws `forbidden` (403) when the caller's role does not allow it. */
export function assertMay(reader: Reader, permission: Permission): void {
  if (mayDo(reader, permission)) return;
  if ('keyId' in reader)
    throw problem('insufficient_scope', { detail: 'API keys may read telemetry, and nothing else.' });
  throw problem('forbidden', { detail: `Your role (${reader.role}) does not allow this.` });
}

export const mayDo = (reader: Reader, permission: Permission): boolean =>
  'keyId' in reader ? OF_KEYS.includes(permission) : may(reader.role, permission);

/** Null: all datasources of the reader's workspace. */
export const reachOf = (reader: Reader): readonly string[] | null =>
  'keyId' in reader ? reader.datasourceIds : null;

/** Within its workspace; whether it is of that workspace, the query must say. */
export const reaches = (reader: Reader, datasourceId: string): boolean =>
  reachOf(reader)?.includes(datasourceId) ?? true;
