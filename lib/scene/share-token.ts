import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const RANDOM_BYTES = 24; // 192 bits: nobody guesses one

/** A secret of its own kind, so that no log or test takes it for an id or a key. */
export const newShareToken = (): string => `tws_${randomBytes(RANDOM_BYTES).toString('base64url')}`;

export const shareTokenSchema = z.string().regex(/^tws_[\w-]{20,60}$/);

/** Where the shared viewer is. */
export const sharePath = (token: string): string => `/share/${token}`;
