import { env } from '@/lib/env';
import { instanceSecret } from '@/lib/instance-secret';

/** The secret that session cookies are encrypted with: `AUTH_SECRET`, else one of the instance's own. */
export function sessionSecret(): Promise<string> {
  const given = env().AUTH_SECRET;
  return given ? Promise.resolve(given) : instanceSecret('session');
}
