import { presentKey } from '@/lib/api-key/present-key';
import { accepted, refusedByProblem } from '../answer';
import { OWN_FORMATS } from '../format/registry';
import type { Endpoint, Target } from './endpoint';

const PATH = '/api/ingest';
const BY_KEY_ALONE: Target = { datasource: undefined };

/** `POST /api/ingest` and `POST /api/ingest/:datasourceId`: ours. */
export const ownEndpoint: Endpoint = {
  kind: 'own',
  match(path) {
    if (!path.startsWith(PATH)) return undefined;
    if (path.length === PATH.length) return BY_KEY_ALONE;
    if (path[PATH.length] !== '/') return undefined;
    const end = path.endsWith('/') ? path.length - 1 : path.length;
    const datasource = path.slice(PATH.length + 1, end);
    if (datasource === '') return BY_KEY_ALONE;
    return datasource.includes('/') ? undefined : { datasource: decoded(datasource) };
  },
  key: presentKey,
  formats: OWN_FORMATS,
  taken: ({ messages }) => accepted(messages),
  refused: refusedByProblem,
};

/** A name may need escapes; what is none that can be read stays as it is, and names nothing. */
function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
