import type { Server } from 'node:net';
import { throttleAddress } from '@/lib/auth/client-address';

/**
 * Closes connections of an address that has `most` open already. Nothing is answered: whoever opens thousands does not
 * read, and each answer would cost what is to be saved. Behind a proxy all have one address; limit them there.
 */
export function limitConnections(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    if (socket.remoteAddress === undefined) return; // it is gone already
    const address = throttleAddress(socket.remoteAddress);
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
