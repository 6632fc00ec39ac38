import { z } from 'zod';

/** Bytes of a body that are kept. */
export const BODY_KEPT_BYTES = 16_384;
/** Messages of a request whose values are kept, to show what was read out of it. */
export const MESSAGES_KEPT = 5;
/** Requests of a datasource that are kept, of the accepted and of the refused ones. */
export const REQUESTS_KEPT = 50;

const instant = z.iso.datetime();
const fieldErrorSchema = z.object({
  pointer: z.string(),
  /** Of a body of lines. */
  line: z.number().int().exactOptional(),
  detail: z.string(),
});

/** A message as it was read: what came out of the body. Microseconds; null: the time of arrival. */
export const readMessageSchema = z.object({
  timeUs: z.number().nullable(),
  keys: z.array(z.string()),
  values: z.array(z.unknown()),
});
export type ReadMessage = z.infer<typeof readMessageSchema>;

/** Readings that were left out, as their protocol has it, and why the first one was. */
const droppedSchema = z.object({ count: z.number().int(), why: z.string() });

/** Column `exchange` of `ingest_request`. Absent: not known, or not kept because the key was not good. */
export const exchangeSchema = z.object({
  method: z.string().optional(),
  /** Path and query. */
  target: z.string().optional(),
  headers: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Body of the answer. */
  answer: z.string().optional(),
  /** Of a refusal. */
  detail: z.string().optional(),
  errors: z.array(fieldErrorSchema).optional(),
  /** The first messages as they were stored. */
  messages: z.array(readMessageSchema).optional(),
  dropped: droppedSchema.optional(),
  /** The request that was sent again by a member. */
  replayOf: z.string().optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

export const requestSummarySchema = z.object({
  id: z.string(),
  at: instant,
  status: z.number().int(),
  /** Of the refusal; null: accepted. */
  code: z.string().nullable(),
  detail: z.string().nullable(),
  method: z.string().nullable(),
  target: z.string().nullable(),
  endpoint: z.string(),
  format: z.string().nullable(),
  bodyBytes: z.number().int(),
  messages: z.number().int(),
  readings: z.number().int(),
  durationUs: z.number().int(),
  address: z.string().nullable(),
  /** A member sent it again from the inspector. */
  isReplay: z.boolean(),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;

/** The id of a kept request: a bigint of the database. */
export const requestId = z.string().regex(/^[1-9]\d{0,17}$/);
export const requestListSchema = z.object({ requests: z.array(requestSummarySchema) });

export const requestDetailSchema = requestSummarySchema.extend({
  headers: z.array(z.tuple([z.string(), z.string()])),
  errors: z.array(fieldErrorSchema),
  answer: z.string().nullable(),
  /** In base64: it may be no text. Null: it was not kept. */
  body: z.string().nullable(),
  /** Only the start of it was kept. */
  isTruncated: z.boolean(),
  /** The first messages that came out of it; null: none did. */
  read: z.array(readMessageSchema).nullable(),
  dropped: droppedSchema.nullable(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** What is sent instead of what came; absent parts stay as they were. */
export const replaySchema = z.strictObject({
  /** In base64. */
  body: z.base64().max(8_000_000).exactOptional(),
  contentType: z.string().max(200).nullable().exactOptional(),
  /** Of the address, without `?`. */
  query: z.string().max(2_000).exactOptional(),
});
export type Replay = z.infer<typeof replaySchema>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
/** Something that was put right, or that is to be done: its kind names a sentence, which its facts fill. */
const stepSchema = z.object({ kind: z.string(), facts: factsSchema });
export type CheckStep = z.infer<typeof stepSchema>;

const outcomeSchema = z.object({
  /** Null: it would be accepted. */
  refusal: z
    .object({
      status: z.number().int(),
      code: z.string(),
      detail: z.string(),
      errors: z.array(fieldErrorSchema),
    })
    .nullable(),
  format: z.string().nullable(),
  messages: z.number().int(),
  readings: z.number().int(),
  /** The first messages, as they would be stored. */
  read: z.array(readMessageSchema),
});
export type CheckOutcome = z.infer<typeof outcomeSchema>;

/** What would become of a request, and how it can be made one that is accepted. */
export const checkedSchema = z.object({
  outcome: outcomeSchema,
  /** Null: it needs no correction, or nobody knows one. */
  correction: z
    .object({
      steps: z.array(stepSchema),
      /** In base64. */
      body: z.string(),
      contentType: z.string().nullable(),
      query: z.string(),
      outcome: outcomeSchema,
    })
    .nullable(),
  /** What to do where another body would not help. */
  advice: stepSchema.nullable(),
});
export type Checked = z.infer<typeof checkedSchema>;

export const replayedSchema = z.object({
  status: z.number().int(),
  body: z.string(),
  code: z.string().nullable(),
  messages: z.number().int(),
  readings: z.number().int(),
  /** Of this sending, among the kept requests; null: so many came that it is not kept. */
  requestId: z.string().nullable(),
});
export type Replayed = z.infer<typeof replayedSchema>;

export const HISTORY_SPANS = ['hour', 'day', 'week'] as const;
export type HistorySpan = (typeof HISTORY_SPANS)[number];

export const requestHistorySchema = z.object({
  span: z.enum(HISTORY_SPANS),
  /** Start of the first bar, and the width of each, in milliseconds. */
  from: z.number(),
  barMs: z.number(),
  messages: z.array(z.number()),
  readings: z.array(z.number()),
  refused: z.array(z.number()),
  /** Refusals of the whole span by their code, most frequent first. */
  codes: z.array(z.object({ code: z.string(), count: z.number().int() })),
});
export type RequestHistory = z.infer<typeof requestHistorySchema>;
