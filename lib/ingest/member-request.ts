import { randomUUID } from 'node:crypto';
import type { IngestRequest } from './request';

type Given = {
  path: string;
  query?: string;
  /** By their names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

/** A request that a member makes from the pages: with its body at hand. */
export class MemberRequest implements IngestRequest {
  readonly method = 'POST';
  readonly address = undefined;
  readonly requestId = randomUUID();
  readonly path: string;
  readonly query: string;

  constructor(private readonly given: Given) {
    this.path = given.path;
    this.query = given.query ?? '';
  }

  header(name: string): string | undefined {
    return this.given.headers[name];
  }

  headers(): Iterable<readonly [string, string]> {
    return Object.entries(this.given.headers);
  }

  async readBody(): Promise<Buffer> {
    return this.given.body;
  }

  async *bodyPieces(): AsyncIterable<Buffer> {
    yield this.given.body;
  }
}
