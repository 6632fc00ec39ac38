import { z } from 'zod';
import { idSchema } from '@/lib/ids';
import { ALLOWED_ADDRESSES_MAX, addressRangeSchema } from './address-range';

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
  permissions: z.array(z.enum(KEY_PERMISSIONS)),
  /** Ranges of addresses that it may be used from; empty: any. */
  allowedAddresses: z.array(z.string()),
  createdAt: instant,
  createdBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
  lastUsedFrom: z.string().nullable(),
  /** The program that used it, as it calls itself. */
  lastUsedAgent: z.string().nullable(),
  expiresAt: instant.nullable(),
  /** When its replacement was made; both work from then until `expiresAt`. */
  replacedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type ApiKeyInfo = z.infer<typeof apiKeySchema>;
export const apiKeyListSchema = z.object({
  keys: z.array(apiKeySchema),
  /** Working keys of the workspace that reach this datasource too. */
  wider: z.number().int(),
});
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;

const keyDatasourceSchema = z.object({ id: z.string(), name: z.string() });
export type KeyDatasource = z.infer<typeof keyDatasourceSchema>;

/** A key that was made for the workspace: it reaches all of it, or the datasources that it names. */
export const workspaceKeySchema = apiKeySchema.extend({
  /** Null: all datasources of the workspace. */
  datasources: z.array(keyDatasourceSchema).nullable(),
});
export type WorkspaceKeyInfo = z.infer<typeof workspaceKeySchema>;
export const workspaceKeyListSchema = z.object({ keys: z.array(workspaceKeySchema) });

/** The answer to a creation: the one time that the key itself is shown. */
export const newApiKeySchema = z.object({ id: z.string(), key: z.string(), start: z.string() });
export type NewApiKey = z.infer<typeof newApiKeySchema>;

/** Of one datasource, or of a workspace itself. */
export const WORKING_KEYS_MAX = 20;
export const WORKSPACE_KEYS_MAX = 100;
export const KEY_DATASOURCES_MAX = 500;
export const KEY_NAME_MAX = 60;
export const GRACE_SECONDS_MAX = 30 * 86_400;
/** The choices of the page; any number of seconds up to the maximum is accepted. */
export const GRACE_CHOICES_SECONDS = [0, 3600, 6 * 3600, 86_400, 7 * 86_400] as const;
export const GRACE_SECONDS_DEFAULT = 86_400;
/** A key that ends sooner than this is called expiring. */
export const EXPIRING_SECONDS = 14 * 86_400;

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

export const createKeySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .max(KEY_NAME_MAX, `A name may have at most ${KEY_NAME_MAX} characters.`)
    .default(''),
  /** Days until it ends; null: it does not. */
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
  permissions: z
    .array(z.enum(KEY_PERMISSIONS))
    .min(1, 'A key that may do nothing is of no use.')
    .transform(unique)
    .default(['ingest']),
  /** Ranges of addresses (CIDR) that it may be used from; empty: any. */
  allowedAddresses: z
    .array(addressRangeSchema)
    .max(ALLOWED_ADDRESSES_MAX, `At most ${ALLOWED_ADDRESSES_MAX} ranges may be named.`)
    .transform(unique)
    .default([]),
});
export type CreateKey = z.infer<typeof createKeySchema>;

export const createWorkspaceKeySchema = createKeySchema.extend({
  /** Which datasources it reaches; null: all of the workspace, those that are made later too. */
  datasourceIds: z
    .array(idSchema('datasource'))
    .min(1, 'Choose at least one datasource.')
    .max(KEY_DATASOURCES_MAX)
    .transform(unique)
    .nullable(),
});
export type CreateWorkspaceKey = z.infer<typeof createWorkspaceKeySchema>;
/** As it is asked for: what is left out has its default. */
export type AskedKey = z.input<typeof createWorkspaceKeySchema>;

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
