/**
 * Takes secrets out of what is kept of a request. Who looks at the inspector may see readings, but never gets a key
 * by it: not of this datasource, not of a proxy on the way.
 */
const MASK = '•••';

/** Headers whose values are secrets whatever they look like. A scheme (`Bearer`) and the start of a key of ours stay. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'apikey',
  'x-auth-token',
  'x-access-token',
  'cookie',
  'set-cookie',
]);
const SECRET_NAME = /secret|token|password|passwd|credential|signature|api-?key/i;
/** Of a query: InfluxDB's user and password, and what others put keys into. */
const SECRET_PARAMETERS: ReadonlySet<string> = new Set(['u', 'p', 'user', 'username', 'key', 'auth', 'sig']);

/** Anything that looks like a key of ours; its start is no secret, the pages show it to tell keys apart. */
const OUR_KEY = /twk_[\w-]{4,}/g;
const KEY_START = 8;
const SCHEME = /^(bearer|basic|token|digest|apikey)\s+/i;

const maskKeys = (text: string): string =>
  text.includes('twk_') ? text.replace(OUR_KEY, (key) => `${key.slice(0, KEY_START)}${MASK}`) : text;

const isSecretParameter = (name: string): boolean =>
  SECRET_PARAMETERS.has(name.toLowerCase()) || SECRET_NAME.test(name);

/** @param name in lower case */
export function maskHeader(name: string, value: string): string {
  if (!SECRET_HEADERS.has(name) && !SECRET_NAME.test(name)) return maskKeys(value);
  const scheme = SCHEME.exec(value)?.[1];
  const rest = scheme ? value.slice(scheme.length).trim() : value.trim();
  const shown = /^twk_[\w-]{4,}$/.test(rest) ? maskKeys(rest) : MASK;
  return scheme ? `${scheme} ${shown}` : shown;
}

/** A path with its query: keys in either, and parameters that hold secrets. */
export function maskTarget(target: string): string {
  const at = target.indexOf('?');
  if (at < 0) return maskKeys(target);
  const pairs = target.slice(at + 1).split('&');
  const masked = pairs.map((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0) return maskKeys(pair);
    const name = pair.slice(0, equals);
    return isSecretParameter(decode(name)) ? `${name}=${MASK}` : maskKeys(pair);
  });
  return `${maskKeys(target.slice(0, at))}?${masked.join('&')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

export const maskText = maskKeys;

const NEEDLE = Buffer.from('twk_');

/** The same for bytes, text or not: as many as before, and what is no key keeps each of them. */
export function maskBytes(bytes: Buffer): Buffer {
  if (!bytes.includes(NEEDLE)) return bytes;
  const text = bytes
    .toString('latin1')
    .replace(OUR_KEY, (key) => key.slice(0, KEY_START).padEnd(key.length, '*'));
  return Buffer.from(text, 'latin1');
}
