const LINE_LENGTH = 46;
const INDENT = '  ';

/** JSON for people: what is short stands on one line, the rest is indented. */
export const formatExample = (value: unknown): string => format(value, '', 0);

/** @param before characters that stand before the value on its line */
function format(value: unknown, indent: string, before: number): string {
  const flat = onOneLine(value);
  if (typeof value !== 'object' || value === null) return flat;
  const isNested = !Array.isArray(value) && Object.values(value).some((part) => typeof part === 'object');
  const isRoot = indent === '' && before === 0;
  if (!isRoot && !isNested && before + flat.length < LINE_LENGTH) return flat;
  const inner = indent + INDENT;
  const parts = Array.isArray(value)
    ? value.map((part) => inner + format(part, inner, inner.length))
    : Object.entries(value).map(([key, part]) => {
        const start = `${inner}${JSON.stringify(key)}: `;
        return start + format(part, inner, start.length);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? open + close : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
