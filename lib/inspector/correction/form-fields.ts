import { type Correction, textOf } from './correction';

const FORM = /^[^\s{}[\]&=]+=[^&\n]*(?:&[^\s{}[\]&=]+=[^&\n]*)*\s*$/;

/** `temperature=21.5&pump=on`, as forms and curl's -d send it: the same as JSON. */
export const formFields: Correction = {
  kind: 'form_fields',
  propose(attempt, { refusal }) {
    const text = textOf(attempt);
    if (refusal.code !== 'unsupported_media_type' && refusal.code !== 'invalid_json') return undefined;
    if (attempt.endpoint.formats[0]?.kind !== 'json' || text.length > 16_384 || !FORM.test(text))
      return undefined;
    const message = Object.fromEntries(
      [...new URLSearchParams(text.trim())].map(([k, v]) => [k, readValue(v)]),
    );
    return { body: JSON.stringify(message, null, 2), contentType: 'application/json' };
  },
};

const readValue = (text: string): string | number | boolean | null => {
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
};
