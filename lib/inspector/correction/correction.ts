import type { Endpoint } from '@/lib/ingest/endpoint/endpoint';
import type { BodyFormat } from '@/lib/ingest/format/format';
import type { Clock } from '@/lib/ingest/parse-timestamp';
import type { Problem } from '@/lib/problem';

/** A request as it came, or as far as it is corrected. */
export type Attempt = Clock & {
  endpoint: Endpoint;
  body: Buffer;
  contentType: string | undefined;
  query: string;
  header(name: string): string | undefined;
};

/** What became of an attempt. */
export type Trial = { format: BodyFormat | undefined; refusal: Problem };

/** What a correction changes; `facts` go into its sentence. */
export type Proposal = {
  body?: string | Buffer;
  contentType?: string | undefined;
  query?: string;
  facts?: Readonly<Record<string, string | number>>;
};

/**
 * One thing that goes wrong, and how it is put right: its own file, and one line in registry.ts. Its sentence stands
 * in the catalogue under its kind.
 */
export type Correction = {
  kind: string;
  /** Undefined: this is not what is wrong. */
  propose(attempt: Attempt, trial: Trial): Proposal | undefined;
};

export const textOf = ({ body }: Attempt): string => body.toString('utf8');
