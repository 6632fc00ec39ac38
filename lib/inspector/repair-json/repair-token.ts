import type { Repair } from './repair-scanner';

/** Words of other languages for what JSON calls true, false and null. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
  ['nan', 'null'],
  ['-nan', 'null'],
  ['inf', 'null'],
  ['-inf', 'null'],
  ['infinity', 'null'],
  ['-infinity', 'null'],
]);

/** Undefined: no such word. */
export const repairWord = (word: string): string | undefined => WORDS.get(word.toLowerCase());

/** `+1`, `.5`, `5.`, `007`, `0x1F`, `1_000`: what other languages allow. */
export function repairNumber(number: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(number)) return number;
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/.exec(number.replaceAll('_', '')) ?? [];
  const minus = sign === '-' ? '-' : '';
  if (/^0x/i.test(rest)) return minus + String(Number.parseInt(rest, 16));
  const padded = rest.replace(/^\./, '0.').replace(/\.(?=e|$)/i, '');
  return minus + padded.replace(/^0+(?=\d)/, '');
}

/** What closes a quotation. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‟': '”',
  '‘': '’‘',
  '’': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
};
const ESCAPES = '"\\/bfnrtu';

/**
 * Reads a quotation that starts at `from`, however it is quoted, and answers it as a JSON string. One that is not
 * closed in its line ends with it.
 */
export function repairText(
  source: string,
  from: number,
): { length: number; text: string; repairs: Set<Repair> } {
  const repairs = new Set<Repair>();
  const opening = source[from] ?? '"';
  const closing = CLOSING[opening] ?? '"';
  if (opening === "'" || opening === '`') repairs.add('single_quotes');
  else if (opening !== '"') repairs.add('smart_quotes');
  let text = '"';
  let at = from + 1;
  for (; at < source.length && !closing.includes(source[at] as string); at++) {
    const character = source[at] as string;
    if (character === '\n' && isOpen(source, at, closing)) {
      repairs.add('open_text');
      return { length: at - from, text: `${text.trimEnd()}"`, repairs };
    }
    if (character === '\\') {
      const escaped = source[at + 1] ?? '';
      at += 1;
      if (escaped === "'") {
        text += "'";
      } else if (ESCAPES.includes(escaped) && escaped !== '') {
        text += `\\${escaped}`;
      } else {
        repairs.add('escape');
        text += `\\\\${escaped}`;
      }
    } else if (character < ' ') {
      repairs.add('control_character');
      text += JSON.stringify(character).slice(1, -1);
    } else {
      text += character === '"' ? '\\"' : character;
    }
  }
  if (at < source.length) return { length: at + 1 - from, text: `${text}"`, repairs };
  repairs.add('open_text');
  return { length: source.length - from, text: `${text}"`, repairs };
}

/** Is a quotation, still open at the end of a line, never closed before the next key begins? */
function isOpen(source: string, lineEnd: number, closing: string): boolean {
  const rest = source.slice(lineEnd + 1, lineEnd + 2_000);
  let closes = 0;
  while (closes < rest.length && !closing.includes(rest[closes] as string)) closes += 1;
  return (
    closes === rest.length ||
    /^\s*[\w"'“-]+\s*$/.test(rest.slice(0, closes)) ||
    /^\s*$/.test(rest.slice(0, closes))
  );
}
