import { isForbiddenName, withoutUnfitCharacters } from '@/lib/ingest/data-key-rules';
import { KEY_LENGTH_MAX } from '@/lib/ingest/limits';
import type { Correction } from './correction';
import { editJson } from './edit-json';

/** A data key that can't be one: the nearest that can. */
export const badKey: Correction = {
  kind: 'bad_key',
  propose(attempt, trial) {
    let to = '';
    const edited = editJson(attempt, trial, ({ error, span }) => {
      const steps = error.pointer.split('/').slice(1).map(nameOf);
      const name = steps.at(-1);
      if (name === undefined || !span.key) return undefined;
      const usable = usableName(name, steps.slice(0, -1).join('.').length);
      if (usable === name) return undefined;
      to ||= usable;
      return { key: usable };
    });
    return edited && { body: edited.body, facts: { count: edited.count, to } };
  },
};

const nameOf = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function usableName(name: string, before: number): string {
  const clean = withoutUnfitCharacters(name).trim();
  if (clean === '') return 'value';
  if (isForbiddenName(clean)) return `${clean.replaceAll('_', '') || 'value'}_`;
  const room = KEY_LENGTH_MAX - (before === 0 ? 0 : before + 1);
  return clean.length > room && room > 0 ? clean.slice(0, room) : clean;
}
