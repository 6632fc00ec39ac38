const LINE_LENGTH = 46;
const INDENT = '  ';

/** JSON for people: what is short stands on one line, the rest is indented. */
export function formatExample(value: unknown, indent = ''): string {
  const flat = onOneLine(value);
  const isContainer = typeof value === 'object' && value !== null;
  const nested =
    isContainer && !Array.isArray(value) && Object.values(value).some((part) => typeof part === 'object');
  if (!isContainer || (indent !== '' && !nested && indent.length + flat.length <= LINE_LENGTH)) return flat;
  const inner = indent + INDENT;
  const parts = Array.isArray(value)
    ? value.map((part) => inner + formatExample(part, inner))
    : Object.entries(value).map(
        ([key, part]) => `${inner}${JSON.stringify(key)}: ${formatExample(part, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? open + close : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
