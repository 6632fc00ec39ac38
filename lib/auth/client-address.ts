import { isIP } from 'node:net';

/**
 * The address that a request came from, for throttling. The server process removes what clients themselves
 * claim (unless `TRUST_PROXY`), so the last entry is the socket's address, or what the proxy next to us saw.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  if (isIP(last) === 0) return 'unknown';
  return throttleAddress(last);
}

/** The address as limits count it: whoever has one IPv6 address usually has its whole /64. */
export function throttleAddress(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
