/** Names that mean something to JavaScript objects. Nobody measures them, and attackers try them. */
const NAMES = ['__proto__', 'constructor', 'prototype'] as const;

const ALONE: ReadonlySet<string> = new Set(NAMES);
const IN_KEY = new RegExp(`(?:^|\\.)(?:${NAMES.join('|')})(?:$|\\.)`);

export const isForbiddenName = (name: string): boolean => ALONE.has(name);

/** Is one of them a step of this data key? */
export const hasForbiddenStep = (key: string): boolean => IN_KEY.test(key);

/** Control characters, and halves of a surrogate pair, which PostgreSQL can't store. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const UNFIT = /[\u0000-\u001f\u007f\p{Surrogate}]/u;
const ALL_UNFIT = new RegExp(UNFIT, 'gu');

/** Does it hold characters that no data key may hold? */
export const hasUnfitCharacters = (name: string): boolean => UNFIT.test(name);

export const withoutUnfitCharacters = (name: string): string => name.replace(ALL_UNFIT, '');
