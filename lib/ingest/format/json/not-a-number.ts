/**
 * Words that many programs write for a missing number (Python's `json.dumps` does) and JSON does not know.
 * Such a body is read again with a stand-in for each, a text that nobody can send, so that the answer can name
 * the field instead of "not JSON at position 4711".
 */
const WORDS = ['NaN', 'Infinity', '-Infinity'] as const;

const standIn = (word: string): string => `\0${word}`;

/** What to tell the sender, by stand-in. */
export const NOT_A_NUMBER: ReadonlyMap<string, string> = new Map(
  WORDS.map((word) => [
    standIn(word),
    `${word} is no JSON number: send null, or leave the data key out, when there is no value.`,
  ]),
);

const WORD = /-?\b(?:NaN|Infinity|nan|inf)\b/g;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The text with stand-ins; undefined when it holds none of the words. */
export function replaceNotANumber(text: string): string | undefined {
  let found = false;
  const standIns = (between: string) =>
    between.replace(WORD, (match) => {
      found = true;
      const word = /nan/i.test(match) ? 'NaN' : match.startsWith('-') ? '-Infinity' : 'Infinity';
      return JSON.stringify(standIn(word));
    });
  let replaced = '';
  // By hand: an expression that finds strings looks for their end anew at each quote of one that has none.
  for (let from = 0; from < text.length; ) {
    const quote = text.indexOf('"', from);
    const begin = quote < 0 ? text.length : quote;
    const end = endOfString(text, begin);
    replaced += standIns(text.slice(from, begin)) + text.slice(begin, end);
    from = end;
  }
  return found ? replaced : undefined;
}

/** Behind the quote that ends the string that begins here. */
function endOfString(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
