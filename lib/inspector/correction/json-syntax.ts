import { isUtf8 } from 'node:buffer';
import { repairJson } from '../repair-json/repair-json';
import { type Correction, textOf } from './correction';

/** Nearly JSON: what is missing is put in, what is too much is taken out. */
export const jsonSyntax: Correction = {
  kind: 'json_syntax',
  propose(attempt, { refusal }) {
    if (refusal.code !== 'invalid_json' || !isUtf8(attempt.body)) return undefined;
    const repaired = repairJson(textOf(attempt));
    return repaired && { body: repaired.text, facts: { repairs: repaired.repairs.join(',') } };
  },
};
