import { z } from 'zod';

export const AUDIT_ENTRIES_MAX = 200;

export const auditQuerySchema = z.object({
  /** Entries older than this one: the `id` of the last one shown. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(AUDIT_ENTRIES_MAX).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditListSchema = z.object({
  /** The newest first. */
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      /** Who did it; null: the product itself, or an account that is gone. */
      user: z.object({ id: z.string(), name: z.string() }).nullable(),
      action: z.string(),
      /** Id of what it was done to. */
      subject: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type AuditList = z.infer<typeof auditListSchema>;
