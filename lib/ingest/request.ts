/** A request as either door saw it: `node:http` in front of Next, or a route handler. */
export type IngestRequest = {
  method: string;
  /** Without its query. */
  path: string;
  /** What stands behind the `?`, as it was sent. */
  query: string;
  header(name: string): string | undefined;
  /** All of them, for the inspector. */
  headers(): Iterable<readonly [string, string | string[] | undefined]>;
  /** Of the sender, as far as it is known. */
  address: string | undefined;
  requestId: string;
  /** Called at most once, and only when the key is good. */
  readBody(bytesMax: number): Promise<Buffer>;
  /** The body as it comes, instead of `readBody`. Whoever stops early leaves the rest unread and the sender connected. */
  bodyPieces(): AsyncIterable<Buffer>;
};

export type IngestAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Instead of `body`, of answers that are no text. */
  bytes?: Buffer;
};
