import { ARRAY_LENGTH_MAX, TEXT_LENGTH_MAX } from '@/lib/ingest/limits';
import { storableText } from '@/lib/storable-text';
import type { Correction } from './correction';
import { editJson, type JsonEdit } from './edit-json';

/** Values beyond what can be kept: too long ones are cut, what can't be stored is left out, what is no number is none. */
export const impossibleValue: Correction = {
  kind: 'impossible_value',
  propose(attempt, trial) {
    const edited = editJson(attempt, trial, ({ value }) => possible(value));
    return edited && { body: edited.body, facts: { count: edited.count, place: edited.first } };
  },
};

function possible(value: unknown): JsonEdit | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { by: 'null' };
  if (Array.isArray(value))
    return value.length > ARRAY_LENGTH_MAX
      ? { by: JSON.stringify(value.slice(0, ARRAY_LENGTH_MAX)) }
      : undefined;
  if (typeof value !== 'string') return undefined;
  const kept = storableText(value).replaceAll('\ufffd', '').slice(0, TEXT_LENGTH_MAX);
  return kept === value ? undefined : { by: JSON.stringify(kept) };
}
