import { problem } from '@/lib/problem';
import { may, type Permission, type Role } from './permissions';

/** The signed-in member on whose behalf something is done. First parameter of every use case. */
export type Caller = { userId: string; workspaceId: string; role: Role };

/** Who reads a scene: a member, or anyone who holds the scene's public link (that scene only, read only). */
export type SceneReader =
  | { kind: 'member'; caller: Caller }
  | { kind: 'share'; workspaceId: string; sceneId: string };

/** Throws `forbidden` (403) when the caller's role does not allow it. */
export function assertMay(caller: Caller, permission: Permission): void {
  if (!may(caller.role, permission))
    throw problem('forbidden', { detail: `Your role (${caller.role}) does not allow this.` });
}
