export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string; key: string };

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
  const add = (kind: DiffLine['kind'], text: string) => lines.push({ kind, text, key: `${i}/${j}/${kind}` });
  for (const [x, y] of [...same, [a.length, b.length] as const]) {
    for (; i < x; i++) add('gone', a[i] ?? '');
    for (; j < y; j++) add('new', b[j] ?? '');
    if (i < a.length && j < b.length) {
      add('same', a[i] ?? '');
      i += 1;
      j += 1;
    }
  }
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
