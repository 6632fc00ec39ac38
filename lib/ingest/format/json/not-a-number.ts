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

/** A JSON string, or one of the words where a value may stand. */
const STRING_OR_WORD = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity|nan|inf)\b/g;

/** The text with stand-ins; undefined when it holds none of the words. */
export function replaceNotANumber(text: string): string | undefined {
  let found = false;
  const replaced = text.replace(STRING_OR_WORD, (match) => {
    if (match.startsWith('"')) return match;
    found = true;
    const word = /nan/i.test(match) ? 'NaN' : match.startsWith('-') ? '-Infinity' : 'Infinity';
    return JSON.stringify(standIn(word));
  });
  return found ? replaced : undefined;
}
