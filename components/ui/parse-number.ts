/** Reads what people type: a decimal comma, spaces and a typographic minus are fine. Null when it is no finite number. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Drops the binary noise of a step: 0.1 + 0.2 is 0.3. */
export function roundToStep(value: number, step: number): number {
  const decimals = Math.min(12, (String(step).split('.')[1] ?? '').length + 6);
  return Number(value.toFixed(decimals));
}
