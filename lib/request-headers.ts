/** Headers that `proxy.ts` sets on the way in for the page that is rendered. */
export const NONCE_HEADER = 'x-nonce';
export const PATH_HEADER = 'x-tw-path';
