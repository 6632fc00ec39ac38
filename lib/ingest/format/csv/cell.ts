type Cell = number | string | boolean;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const NUMBER_WITH_COMMA = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/;
/** An article number or a postal code: as a number it would lose its zeros. */
const LEADING_ZERO = /^[+-]?0\d/;
const NO_VALUE: ReadonlySet<string> = new Set(['', 'null', 'NULL', 'nan', 'NaN', 'NA']);

/** What a cell says; undefined: no value. */
export function readCell(text: string, decimalComma: boolean): Cell | undefined {
  const cell = text.trim();
  if (NO_VALUE.has(cell)) return undefined;
  const first = cell.charCodeAt(0);
  // `+`, `,`, `-`, `.` and digits.
  if (first >= 0x2b && first <= 0x39) {
    if (LEADING_ZERO.test(cell)) return cell;
    if (NUMBER.test(cell)) return Number(cell);
    return decimalComma && NUMBER_WITH_COMMA.test(cell) ? Number(cell.replace(',', '.')) : cell;
  }
  if (cell.length === 4 && cell.toLowerCase() === 'true') return true;
  if (cell.length === 5 && cell.toLowerCase() === 'false') return false;
  return cell;
}
