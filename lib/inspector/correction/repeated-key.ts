import type { Correction } from './correction';
import { editJson } from './edit-json';

/** A data key that stands in a message twice, written differently: one of the two goes. */
export const repeatedKey: Correction = {
  kind: 'repeated_key',
  propose(attempt, trial) {
    const edited = editJson(attempt, trial, ({ error }) =>
      error.detail.includes('stands in the message twice') ? { remove: true } : undefined,
    );
    return edited && { body: edited.body, facts: { count: edited.count, place: edited.first } };
  },
};
