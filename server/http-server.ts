import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from '@/lib/env';
import { limitConnections } from './limit-connections';
import { StartError } from './start-error';

/** Limits that hold before any code of ours sees a request. Bodies: server/open-requests.ts. */
const LIMITS: http.ServerOptions = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  // The longest that a whole request may take: a 200 MB model over a slow line.
  requestTimeout: 3_600_000,
  // Longer than the idle time of common load balancers (60 s), so that they, not we, close first.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Listens, or says in one sentence why it can't. */
export async function listen(port: number, host: string): Promise<{ server: http.Server; port: number }> {
  const server = http.createServer(LIMITS);
  if (!env().TRUST_PROXY) limitConnections(server, env().CONNECTIONS_PER_ADDRESS_MAX);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use: stop what uses it, or choose another with --port N or PORT.`,
    EACCES: `This user may not open port ${port}: choose one above 1023 with --port N or PORT.`,
    EADDRNOTAVAIL: `This machine has no address "${host}": correct HOST (0.0.0.0 means all).`,
    ENOTFOUND: `The name "${host}" is not known: correct HOST (0.0.0.0 means all).`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence ? new StartError(sentence, { cause: error }) : error;
}
