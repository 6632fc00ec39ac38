import type { ByteRange } from './blob-store';

/**
 * One range of a `Range` header: the bytes asked for, `whole` when there is none that we serve in parts (no header,
 * another unit, several ranges), `unsatisfiable` when it lies outside the file.
 */
export function parseRange(header: string | null, bytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  const end = bytes - 1;
  // "-500": the last 500 bytes.
  const range =
    first === ''
      ? { start: Math.max(0, bytes - Number(last)), end }
      : { start: Number(first), end: last === '' ? end : Math.min(Number(last), end) };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole';
  return range.start > range.end ? 'unsatisfiable' : range;
}
