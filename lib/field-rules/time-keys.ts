import type { FieldRules } from './schema';

/** A message's own time stands under the first of these that it has; the others are data keys then. */
const TIME_KEYS = ['timestamp', 'time', 'ts'] as const;
const NONE: readonly string[] = [];

/** The names under which a format looks for a message's own time. */
export const timeKeysOf = (rules: FieldRules | undefined): readonly string[] =>
  rules === undefined || (rules.timeKey === null && !rules.useArrival) ? TIME_KEYS : NONE;
