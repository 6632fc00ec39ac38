import { isForbiddenName } from './data-key-rules';

const SPACE = 0x20;
const DOT = 0x2e;
const DELETE = 0x7f;

/** The common case, told by a look at each character: nothing to trim, to forbid or to split. */
export function isPlainName(name: string): boolean {
  if (name.length === 0 || isForbiddenName(name)) return false;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code <= SPACE || code >= DELETE || code === DOT) return false;
  }
  return true;
}
