import type { IncomingMessage } from 'node:http';
import { type Problem, problem } from '@/lib/problem';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What is wrong with a request that no page or route could ever answer, and that Next takes for a failure of its own. */
export function findOddity({ method = '', url = '' }: IncomingMessage): Problem | undefined {
  if (!METHODS.includes(method))
    return problem('method_not_allowed', { headers: { allow: METHODS.join(', ') } });
  if (isPath(url)) return undefined;
  return problem('invalid_request', { detail: 'The address is not a valid path.' });
}

/** A path of this instance (a proxy's request names a whole address), whose percent signs can be read. */
function isPath(url: string): boolean {
  if (!url.startsWith('/')) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
