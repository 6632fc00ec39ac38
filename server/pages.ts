import http from 'node:http';
import next from 'next';
import { env } from '@/lib/env';

export type Pages = {
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>;
  close: () => Promise<void>;
};

const CLOSE_MS_MAX = 1_000;

/** Next, as the part of this process that answers with pages. */
export async function openPages(
  root: string,
  server: http.Server,
  host: string,
  port: number,
): Promise<Pages> {
  const dev = process.env.NODE_ENV === 'development';
  // Next takes every request for an upgrade away from the server that it is given: those of senders who merely offer
  // HTTP/2 (`Upgrade: h2c`) too, and keeps the connections open. It needs them for its development tools only.
  const httpServer = dev ? server : http.createServer();
  const app = next({ dev, dir: root, httpServer, hostname: host, port });
  await app.prepare();
  const answer = app.getRequestHandler();
  const trustProxy = env().TRUST_PROXY;
  return {
    answer: (request, response) => {
      // Next fills in the socket's address; what a client claims to be is no way around throttling.
      if (!trustProxy) delete request.headers['x-forwarded-for'];
      // Behind two proxies it is a list, which next-auth would take for the start of an address.
      const protocol = request.headers['x-forwarded-proto'];
      if (typeof protocol === 'string') request.headers['x-forwarded-proto'] = protocol.split(',')[0]?.trim();
      return answer(request, response);
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS_MAX).unref());
      await Promise.race([app.close().catch(() => {}), late]);
    },
  };
}
