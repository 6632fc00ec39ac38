/** Who may do what: the one table behind every guard and every button. */
export const ROLES = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const everyone: readonly Role[] = ROLES;
const editors: readonly Role[] = ['owner', 'editor'];
const owners: readonly Role[] = ['owner'];

export const PERMISSIONS = {
  'workspace:read': everyone,
  'workspace:manage': owners,
  'datasource:read': everyone,
  'datasource:write': editors,
  'datasource:delete': editors,
  'key:read': editors,
  'key:write': editors,
  'asset:read': everyone,
  'asset:write': editors,
  'asset:delete': editors,
  'scene:read': everyone,
  'scene:write': editors,
  'scene:delete': editors,
  'scene:share': editors,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
