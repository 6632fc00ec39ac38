/** More digits than a sensor knows, few enough that 0.1 + 0.2 reads 0.3. */
const DIGITS_MAX = 10;

const formats = new Map<string, Intl.NumberFormat>();

/** Figures are Western in every language (`nu-latn`); separators follow the language. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(`${locale}-u-nu-latn`, options);
  formats.set(key, made);
  return made;
}

/** Digits after the point that a number needs to read as it came. */
export function ownDecimals(value: number): number {
  const text = Number(value.toPrecision(DIGITS_MAX)).toString();
  const [mantissa = '', exponent = '0'] = text.split('e');
  const digits = mantissa.split('.')[1]?.length ?? 0;
  return Math.min(DIGITS_MAX, Math.max(0, digits - Number(exponent)));
}

/** @param decimals digits after the point; null: as many as it came with */
export function formatNumber(value: number, locale: string, decimals: number | null): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (decimals === null && size !== 0 && (size >= 1e12 || size < 1e-6))
    return numberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 4 }).format(value);
  const digits = decimals ?? ownDecimals(value);
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A mean has no digits of its own: about four figures say enough. */
export function formatMean(value: number, locale: string): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 1 : size >= 10 ? 2 : size >= 0.01 ? 3 : null;
  return formatNumber(value, locale, digits === null ? null : Math.min(digits, ownDecimals(value)));
}

/** A value as a card shows it; what is no number stays as it came. */
export function formatValue(value: unknown, locale: string, decimals: number | null): string {
  if (typeof value === 'number') return formatNumber(value, locale, decimals);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  return value === undefined || value === null ? '–' : JSON.stringify(value);
}
