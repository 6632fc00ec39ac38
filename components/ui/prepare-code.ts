export const CODE_LANGUAGES = [
  'json',
  'shell',
  'python',
  'javascript',
  'powershell',
  'cpp',
  'settings',
  'text',
] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

export type CodeTokenKind = 'plain' | 'string' | 'comment' | 'keyword' | 'variable';
/** `at`: where it starts in the code. */
export type CodeToken = { kind: CodeTokenKind; text: string; at: number };

const words = (list: string) => list.split(' ').join('|');
const STRING = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;

/** One alternative per kind of token; the first that matches at a place wins. */
const GRAMMARS: Record<CodeLanguage, readonly (readonly [CodeTokenKind, string])[]> = {
  json: [
    ['variable', String.raw`"(?:[^"\\\n]|\\.)*"(?=\s*:)`],
    ['string', STRING],
  ],
  shell: [
    ['comment', String.raw`(?<=^|\s)#[^\n]*`],
    ['variable', String.raw`\$\{?\w+\}?`],
    ['string', String.raw`"(?:[^"\\\n$]|\\.)*"?|'[^']*'`],
    ['keyword', String.raw`(?<=^|\n)(?:${words('curl export npm node python python3 pip')})\b`],
  ],
  python: [
    ['comment', String.raw`#[^\n]*`],
    ['string', STRING],
    [
      'keyword',
      String.raw`\b(?:${words('import from as def return with for in if else while True False None print')})\b`,
    ],
  ],
  javascript: [
    ['comment', String.raw`//[^\n]*`],
    ['string', `${STRING}|\`(?:[^\`\\\\]|\\\\.)*\``],
    [
      'keyword',
      String.raw`\b(?:${words('import from const let await async return if else new function export true false null')})\b`,
    ],
  ],
  powershell: [
    ['comment', String.raw`#[^\n]*`],
    ['variable', String.raw`\$[\w:]+`],
    ['string', String.raw`"(?:[^"\n$])*"?|'[^']*'`],
    ['keyword', String.raw`\b(?:Invoke-RestMethod|ConvertTo-Json)\b`],
  ],
  cpp: [
    ['comment', String.raw`//[^\n]*`],
    [
      'keyword',
      String.raw`(?<=^|\n)#\w+|\b(?:${words('void int float double const char bool if else return while for String')})\b`,
    ],
    ['string', STRING],
  ],
  // YAML, TOML and their like.
  settings: [
    ['comment', String.raw`(?<=^|\s)#[^\n]*`],
    ['string', STRING],
    ['variable', String.raw`(?<=^|\n|\n[ \-]*)[\w.]+(?=\s*[:=])`],
    ['keyword', String.raw`(?<=^|\n)\[+[\w.]+\]+`],
  ],
  text: [],
};

const patterns = new Map<CodeLanguage, RegExp>();

function patternOf(language: CodeLanguage): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const made = new RegExp(GRAMMARS[language].map(([, source]) => `(${source})`).join('|'), 'g');
  patterns.set(language, made);
  return made;
}

/** Cuts code into tokens for colouring. Whatever the input, the tokens' texts joined are the input. */
export function prepareCode(code: string, language: CodeLanguage): CodeToken[] {
  const grammar = GRAMMARS[language];
  if (grammar.length === 0 || code === '') return code === '' ? [] : [{ kind: 'plain', text: code, at: 0 }];
  const tokens: CodeToken[] = [];
  let end = 0;
  for (const match of code.matchAll(patternOf(language))) {
    if (match[0] === '') continue;
    if (match.index > end) tokens.push({ kind: 'plain', text: code.slice(end, match.index), at: end });
    const which = match.slice(1).findIndex((group) => group !== undefined);
    tokens.push({ kind: grammar[which]?.[0] ?? 'plain', text: match[0], at: match.index });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ kind: 'plain', text: code.slice(end), at: end });
  return tokens;
}
