/** Names that mean something to JavaScript objects. Nobody measures them, and attackers try them. */
const NAMES = ['__proto__', 'constructor', 'prototype'] as const;

const ALONE: ReadonlySet<string> = new Set(NAMES);
const IN_KEY = new RegExp(`(?:^|\\.)(?:${NAMES.join('|')})(?:$|\\.)`);

export const isForbiddenName = (name: string): boolean => ALONE.has(name);

/** Is one of them a step of this data key? */
export const hasForbiddenStep = (key: string): boolean => IN_KEY.test(key);
