const BEYOND_ASCII = /[\x80-\xff]/;

/** What a header says: Node reads its bytes as Latin-1, most clients write them as UTF-8. */
export function headerText(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!BEYOND_ASCII.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
