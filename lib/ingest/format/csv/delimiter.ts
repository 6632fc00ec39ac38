/** Where decimals have a comma, spreadsheets write semicolons between the cells. */
const DELIMITERS = [',', ';', '\t'] as const;
const HEADER_BYTES_MAX = 65_536;

/** What stands between the cells, told by the header row: whatever stands in it most often. */
export function delimiterOf(body: Buffer): string {
  const start = body.subarray(0, HEADER_BYTES_MAX).toString('utf8');
  const end = start.search(/[\r\n]/);
  const header = (end < 0 ? start : start.slice(0, end)).replace(/"[^"]*"/g, '');
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = header.split(delimiter).length;
    if (count <= most) continue;
    most = count;
    best = delimiter;
  }
  return best;
}
