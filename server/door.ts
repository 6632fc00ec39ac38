import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request that is its own and says so; leaves every other one untouched and says false. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
      ...headers,
    })
    .end(text);
}
