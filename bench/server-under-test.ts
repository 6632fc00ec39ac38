import { makeKey } from '@/lib/api-key/make-key';
import { prisma } from '@/lib/database';
import { parseEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { startServer } from '@/server/start-server';

/** The whole product but its pages, on its own database with its own settings (fsync on). */
const SENDERS = 64;

const server = await startServer({
  env: parseEnv(process.env),
  pages: false,
  onLost: (reason) => {
    console.error(reason);
    process.exit(1);
  },
});

const workspaceId = newId('workspace');
const userId = newId('user');
await prisma().user.create({
  data: { id: userId, email: 'bench@example.com', name: 'Bench', passwordHash: '' },
});
await prisma().workspace.create({ data: { id: workspaceId, name: 'Bench' } });
const senders: { datasourceId: string; key: string }[] = [];
for (let i = 0; i < SENDERS; i++) {
  const { row, shown } = makeKey({ userId, workspaceId, role: 'owner' });
  const { id } = await prisma().datasource.create({
    data: {
      id: newId('datasource'),
      workspaceId,
      type: 'api_ingest',
      name: `Sender ${i}`,
      keys: { create: row },
    },
  });
  senders.push({ datasourceId: id, key: shown.key });
}

process.on('message', async (message) => {
  if (message === 'memory') {
    gc?.();
    process.send?.({ heapBytes: process.memoryUsage().heapUsed });
  }
  if (message === 'count') {
    const [row] = await prisma().$queryRaw<{ count: bigint }[]>`select count(*) as count from message`;
    process.send?.({ stored: Number(row?.count ?? 0) });
  }
  if (message === 'stop') {
    await server.stop();
    process.exit();
  }
});
process.on('disconnect', () => process.exit(1));
process.send?.({ port: server.port, senders });
