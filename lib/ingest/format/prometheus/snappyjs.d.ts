/** It has no types of its own; tests pack with it. */
declare module 'snappyjs' {
  export function compress(bytes: Uint8Array): Uint8Array;
}
