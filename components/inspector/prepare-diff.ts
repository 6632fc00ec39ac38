/** Part of a line; `changed` where it differs from the line that takes its place. */
export type DiffPart = { text: string; changed: boolean };
export type DiffLine = { kind: 'same' | 'gone' | 'new'; parts: DiffPart[]; key: string };

/** More lines than this are not compared: all old ones go, all new ones come. */
const LINES_MAX = 1_500;

/** The lines of two texts side by side: what stays, what goes, what comes. */
export function prepareDiff(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const same = a.length * b.length > LINES_MAX * LINES_MAX ? [] : longestCommon(a, b);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  const add = (kind: DiffLine['kind'], text: string) =>
    lines.push({ kind, parts: [{ text, changed: false }], key: `${i}/${j}/${kind}` });
  for (const [x, y] of [...same, [a.length, b.length] as const]) {
    for (; i < x; i++) add('gone', a[i] ?? '');
    for (; j < y; j++) add('new', b[j] ?? '');
    if (i < a.length && j < b.length) {
      add('same', a[i] ?? '');
      i += 1;
      j += 1;
    }
  }
  markChanges(lines);
  return lines;
}

/** Pairs of places at which both have the same line, as many as can be in order. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

const WORDS = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;
/** Longer lines are not compared word by word. */
const WORDS_MAX = 600;

/** Of lines that go and as many that come in their place, marks the words that differ. */
function markChanges(lines: readonly DiffLine[]): void {
  for (let from = 0; from < lines.length; from++) {
    if (lines[from]?.kind !== 'gone') continue;
    const gone = runOf(lines, from, 'gone');
    const fresh = runOf(lines, from + gone.length, 'new');
    for (const [i, before] of gone.entries()) {
      const after = fresh[i];
      if (after && gone.length === fresh.length) compareWords(before, after);
    }
    from += gone.length + fresh.length - 1;
  }
}

function runOf(lines: readonly DiffLine[], from: number, kind: DiffLine['kind']): DiffLine[] {
  let to = from;
  while (lines[to]?.kind === kind) to += 1;
  return lines.slice(from, to);
}

function compareWords(before: DiffLine, after: DiffLine): void {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > WORDS_MAX || b.length > WORDS_MAX) return;
  const pairs = longestCommon(a, b);
  before.parts = partsOf(a, new Set(pairs.map(([at]) => at)));
  after.parts = partsOf(b, new Set(pairs.map(([, at]) => at)));
}

const wordsOf = ({ parts }: DiffLine): string[] =>
  parts
    .map(({ text }) => text)
    .join('')
    .match(WORDS) ?? [];

function partsOf(words: readonly string[], same: ReadonlySet<number>): DiffPart[] {
  const parts: DiffPart[] = [];
  for (const [i, text] of words.entries()) {
    const changed = !same.has(i);
    const last = parts.at(-1);
    if (last && last.changed === changed) last.text += text;
    else parts.push({ text, changed });
  }
  return parts;
}

const CONTEXT_LINES = 2;

/** Long stretches of lines that stay are left out; `null` stands for one. */
export function foldDiff(lines: readonly DiffLine[]): (DiffLine | null)[] {
  const near = new Set<number>();
  for (const [i, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    for (let at = i - CONTEXT_LINES; at <= i + CONTEXT_LINES; at++) near.add(at);
  }
  const folded: (DiffLine | null)[] = [];
  for (const [i, line] of lines.entries()) {
    if (near.has(i)) folded.push(line);
    else if (folded.at(-1) !== null) folded.push(null);
  }
  return folded;
}
