import type { Correction } from './correction';
import { editJson } from './edit-json';

/** A value without a name: it gets one. */
export const bareValue: Correction = {
  kind: 'bare_value',
  propose(attempt, trial) {
    const edited = editJson(attempt, trial, ({ error, value, text, span }) =>
      error.detail.startsWith('A message is an object') && typeof value !== 'object'
        ? { by: `{"value": ${text.slice(span.start, span.end)}}` }
        : undefined,
    );
    return edited && { body: edited.body, facts: { count: edited.count } };
  },
};
