import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { runSimulator } from './simulator';

type Taken = { key: string | undefined; body: unknown };
let server: Server | undefined;

/** An ingest endpoint that answers with the given statuses, then 200; `onTaken` sees each accepted request. */
async function endpoint(statuses: number[], onTaken: (taken: Taken) => void): Promise<string> {
  const read = async (request: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return JSON.parse(Buffer.concat(chunks).toString());
  };
  server = createServer(async (request, response) => {
    const body = await read(request);
    const status = statuses.shift() ?? 200;
    response.writeHead(status).end('{}');
    if (status === 200) onTaken({ key: request.headers.authorization, body });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/ingest`;
}

describe('the simulator', () => {
  afterEach(() => void server?.closeAllConnections());

  it('sends the past first, in order and with times, then the present, with its own key', async () => {
    const taken: Taken[] = [];
    const stop = new AbortController();
    const url = await endpoint([], (t) => {
      taken.push(t);
      if (!Array.isArray(t.body)) stop.abort();
    });
    await runSimulator(
      { ingestUrl: url, apiKeys: { conveyor: 'twk_test' }, seed: 1, signal: stop.signal },
      3_600,
    );
    const [past, present] = taken;
    const times = ((past?.body ?? []) as { timestamp: number }[]).map((m) => m.timestamp);
    expect(times).toHaveLength(360);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Date.now() - (times.at(-1) ?? 0)).toBeLessThan(60_000);
    expect(present?.body).toMatchObject({ load: expect.any(Number) });
    expect(present?.key).toBe('Bearer twk_test');
  });

  it.each([
    { stopped: 'after its past', machines: ['conveyor'], stopAtOnce: false, told: 1 },
    { stopped: 'in the middle of it', machines: ['conveyor', 'cartoner'], stopAtOnce: true, told: 0 },
  ])('says that the past has arrived only when it has: stopped $stopped', async (example) => {
    const stop = new AbortController();
    let told = 0;
    const ingestUrl = await endpoint([], (t) => {
      if (example.stopAtOnce || !Array.isArray(t.body)) stop.abort();
    });
    const apiKeys = Object.fromEntries(example.machines.map((machine) => [machine, `twk_${machine}`]));
    const onHistorySent = () => {
      told += 1;
    };
    await runSimulator({ ingestUrl, apiKeys, seed: 1, signal: stop.signal, onHistorySent }, 7_200);
    expect(told).toBe(example.told);
  });

  it('sends again what was not acknowledged', async () => {
    const stop = new AbortController();
    const errors: string[] = [];
    const first = await new Promise<Taken>((resolve) => {
      void endpoint([503], (t) => {
        stop.abort();
        resolve(t);
      }).then((ingestUrl) =>
        runSimulator({
          ingestUrl,
          apiKeys: { conveyor: 'twk_test' },
          seed: 1,
          signal: stop.signal,
          onError: (_, error) => errors.push(String(error)),
        }),
      );
    });
    expect(errors).toHaveLength(1);
    expect(first.body).toMatchObject({ belt_speed: expect.any(Number) });
  });

  it('ends a machine whose key was revoked', async () => {
    const errors: string[] = [];
    const ingestUrl = await endpoint([401], () => {});
    await runSimulator({
      ingestUrl,
      apiKeys: { conveyor: 'twk_revoked' },
      seed: 1,
      signal: new AbortController().signal,
      onError: (_, error) => errors.push(String(error)),
    });
    expect(errors).toEqual([expect.stringContaining('401')]);
  });
});
