/** In the embedded database all roles of the SQL access are members of this one, which has no rights. */
export const SQL_ROLES = 'twinnoverse_sql';

/** Schema and role of a workspace have the same name. */
export function sqlName(workspaceId: string): string {
  const [, own] = /^wsp_([0-9a-z]{8,40})$/.exec(workspaceId) ?? [];
  // It goes into statements that take no parameters.
  if (own === undefined) throw new Error(`"${workspaceId}" is no id of a workspace.`);
  return `ws_${own}`;
}
