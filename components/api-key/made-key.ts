/** A key that was just made: why, and what it is good for to know beside it. */
export type MadeKey = {
  key: string;
  start: string;
  reason: 'created' | 'regenerated' | 'added';
  /** Until then the key that it replaces works as well. */
  oldKeyUntil?: string | null;
};
