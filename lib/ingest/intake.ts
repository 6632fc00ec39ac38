import type { KnownKey } from '@/lib/api-key/key-table';
import { env } from '@/lib/env';
import type { FieldRules } from '@/lib/field-rules/schema';
import type { Problem } from '@/lib/problem';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import type { Endpoint, Taken, Target } from './endpoint/endpoint';
import { Faults } from './faults';
import type { BodyFormat, ReadContext } from './format/format';
import type { IngestRequest } from './request';

const NO_MESSAGES: readonly Message[] = [];

/**
 * One request on its way through `ingest`, and what is known of it so far: one object per request, which the formats
 * read with and the inspector notes down.
 */
export class Intake implements ReadContext {
  readonly arrivedMs = Date.now();
  readonly aheadSecondsMax = env().INGEST_FUTURE_SECONDS_MAX;
  /** To tell how long it took, in milliseconds. */
  readonly startedAt = performance.now();
  readonly faults = new Faults();
  rules: FieldRules | undefined;
  /** Undefined: nobody we know, or a member. */
  key: KnownKey | undefined;
  /** Whose messages they are, once that is known. */
  datasource: DatasourceRef | undefined;
  /** The inspected request that a member sends again. */
  replayOf: string | undefined;
  format: BodyFormat | undefined;
  /** As it was read, without its compression; of a long body its start. */
  body: Buffer | undefined;
  /** What was read; of a long body the first ones. */
  messages: readonly Message[] = NO_MESSAGES;
  /** It was taken before, under the same `Idempotency-Key`. */
  isReplayed = false;
  /** What became of it: one of the two. */
  taken: Taken | undefined;
  refusal: Problem | undefined;
  private parsedQuery: URLSearchParams | undefined;

  constructor(
    readonly request: IngestRequest,
    readonly endpoint: Endpoint,
    readonly target: Target,
  ) {}

  get query(): URLSearchParams {
    this.parsedQuery ??= new URLSearchParams(this.request.query);
    return this.parsedQuery;
  }

  header(name: string): string | undefined {
    return this.request.header(name);
  }
}
