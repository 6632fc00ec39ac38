import { z } from 'zod';

const instant = z.iso.datetime();

export const KEY_STATES = ['active', 'grace', 'expired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** What a key is good for: to send readings, to read telemetry. */
export const KEY_PERMISSIONS = ['ingest', 'read'] as const;
export type KeyPermission = (typeof KEY_PERMISSIONS)[number];

/** A key as it may be listed: never the key itself. */
export const apiKeySchema = z.object({
  id: z.string(),
  /** The first characters, to recognise it by. */
  start: z.string(),
  name: z.string(),
  state: z.enum(KEY_STATES),
  createdAt: instant,
  createdBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
  lastUsedFrom: z.string().nullable(),
  expiresAt: instant.nullable(),
  /** When its replacement was made; both work from then until `expiresAt`. */
  replacedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type ApiKeyInfo = z.infer<typeof apiKeySchema>;
export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) });

/** The answer to a creation: the one time that the key itself is shown. */
export const newApiKeySchema = z.object({ id: z.string(), key: z.string(), start: z.string() });
export type NewApiKey = z.infer<typeof newApiKeySchema>;

export const WORKING_KEYS_MAX = 20;
export const GRACE_SECONDS_MAX = 30 * 86_400;
/** The choices of the page; any number of seconds up to the maximum is accepted. */
export const GRACE_CHOICES_SECONDS = [0, 3600, 6 * 3600, 86_400, 7 * 86_400] as const;
export const GRACE_SECONDS_DEFAULT = 86_400;
/** A key that ends sooner than this is called expiring. */
export const EXPIRING_SECONDS = 14 * 86_400;

export const createKeySchema = z.strictObject({
  name: z.string().trim().max(60, 'A name may have at most 60 characters.').default(''),
  /** Days until it ends; null: it does not. */
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
});
export type CreateKey = z.infer<typeof createKeySchema>;

export const regenerateKeySchema = z.strictObject({
  /** How long the old key still works beside the new one; 0: it ends at once. */
  graceSeconds: z.number().int().min(0).max(GRACE_SECONDS_MAX).default(GRACE_SECONDS_DEFAULT),
});

export const extendGraceSchema = z.strictObject({
  /** Added to the end of the grace period. */
  seconds: z.number().int().min(60).max(GRACE_SECONDS_MAX),
});

export const regeneratedKeySchema = newApiKeySchema.extend({
  /** Until then the old key works as well; null: it ended at once. */
  oldKeyUntil: instant.nullable(),
});
export type RegeneratedKey = z.infer<typeof regeneratedKeySchema>;

export const extendedGraceSchema = z.object({ until: instant });
