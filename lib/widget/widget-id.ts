const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford base32, as all our ids

/**
 * Id of a new widget: unique within its asset's document. Made in the browser, so without `crypto.randomUUID`,
 * which plain http (a plant's own network) does not have.
 */
export function newWidgetId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `wgt_${Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')}`;
}
