import fs from 'node:fs';
import path from 'node:path';
import { SQL_ROLES } from '@/lib/sql-access/names';
import type { ProcessUser } from './process-user';

/**
 * Who may connect: on the socket whoever can enter its folder, over the network only the roles of the SQL access, with
 * their passwords. A superuser is none of them.
 */
const RULES = `local all all trust
host twinnoverse +${SQL_ROLES} 127.0.0.1/32 scram-sha-256
host all all all reject
`;

/** Writes the rules beside the socket, where nobody else can change them; answers the file. */
export function writeAccessRules(socketFolder: string, user: ProcessUser): string {
  const file = path.join(socketFolder, 'pg_hba.conf');
  fs.writeFileSync(file, RULES, { mode: 0o600 });
  if (user) fs.chownSync(file, user.uid, user.gid);
  return file;
}
