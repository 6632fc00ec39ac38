import type { Problem } from '@/lib/problem';
import type { BodyFormat } from '../format/format';
import type { IngestAnswer, IngestRequest } from '../request';

/** What an address says about where readings go. */
export type Target = {
  /** Id or name of a datasource; undefined: the key alone says it. */
  datasource: string | undefined;
  /** The protocol insists on naming one (`bucket`): with the key of one datasource it may say anything. */
  isLoose?: true;
  /** The key, where a protocol has it in the address. Never logged. */
  key?: string;
};

/** What was stored of one request. */
export type Taken = {
  messages: number;
  readings: number;
  /** What the protocol wants left out rather than refused; undefined: nothing. */
  dropped?: { count: number; why: string };
};

/**
 * One protocol that readings come by: which addresses are its own, where it carries the key, which formats it speaks,
 * and how it says yes and no. One line in registry.ts.
 */
export type Endpoint = {
  kind: string;
  /** Asked for every request of the process: must be cheap. Undefined: not our address. */
  match(path: string, query: string): Target | undefined;
  /** The key that a request presents; undefined: none. */
  key(request: IngestRequest, target: Target): string | undefined;
  /** The first one is taken when the request does not say what it brings. */
  formats: readonly BodyFormat[];
  taken(taken: Taken, request: IngestRequest): IngestAnswer;
  refused(refusal: Problem, request: IngestRequest): IngestAnswer;
  /** Requests that bring no readings but belong to the protocol: `/ping`, `CREATE DATABASE`. */
  other?(request: IngestRequest, target: Target): IngestAnswer | Promise<IngestAnswer> | undefined;
};
