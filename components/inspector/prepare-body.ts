/** Bytes as they travel in the API's JSON. */
export function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

export const textToBase64 = (text: string): string => toBase64(new TextEncoder().encode(text));

export type PreparedBody =
  | { form: 'json'; text: string; pretty: string }
  | { form: 'text'; text: string }
  | { form: 'binary'; lines: HexLine[] };

/**
 * How a body is shown: JSON in lines, other text as it came, anything else as bytes.
 * @param isTruncated its end is missing: half a character there is no reason to call it binary
 */
export function prepareBody(bytes: Uint8Array, isTruncated = false): PreparedBody {
  const text = decode(bytes, isTruncated);
  if (text === undefined) return { form: 'binary', lines: hexLines(bytes) };
  try {
    return { form: 'json', text, pretty: prettyJson(text) };
  } catch {
    return { form: 'text', text };
  }
}

function decode(bytes: Uint8Array, isTruncated: boolean): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: isTruncated,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** One that was written in lines keeps them. */
function prettyJson(text: string): string {
  const document: unknown = JSON.parse(text);
  return text.trim().includes('\n') ? text : JSON.stringify(document, null, 2);
}

export type HexLine = { offset: string; hex: string; text: string };
const BYTES_PER_LINE = 16;

export function hexLines(bytes: Uint8Array): HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE) {
    const part = [...bytes.subarray(at, at + BYTES_PER_LINE)];
    lines.push({
      offset: at.toString(16).padStart(4, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      text: part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join(''),
    });
  }
  return lines;
}
