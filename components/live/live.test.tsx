// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame, Snapshot } from '@/lib/live/protocol';
import { LiveProvider } from './live-provider';
import { useConnection } from './use-connection';
import { useDatasourceState } from './use-datasource-state';
import { useHistory } from './use-history';
import { useMetrics } from './use-metrics';
import { useReading } from './use-reading';

const NOW = 1_760_000_000_000;
const metric = {
  id: 1,
  datasourceId: 'dsr_a',
  key: 't',
  kind: 'number',
  displayName: null,
  unit: '°C',
} as const;
const SNAPSHOT: Snapshot = {
  now: NOW,
  datasources: [{ id: 'dsr_a', name: 'Line', lastMessageAt: NOW, staleAfterMs: 60_000, lastRefusal: null }],
  metrics: [metric],
  updates: [[1, NOW, 20]],
};

let stream: ReadableStreamDefaultController<Uint8Array>;
let root: Root;
let place: HTMLElement;
const asked: string[] = [];

const say = (event: string, data: Snapshot | Frame) =>
  act(async () => {
    stream.enqueue(new TextEncoder().encode(`id: e.1\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    await vi.advanceTimersByTimeAsync(0);
  });

async function fakeFetch(address: string): Promise<Response> {
  asked.push(address);
  if (address.startsWith('/api/live?'))
    return new Response(
      new ReadableStream({
        start: (controller) => {
          stream = controller;
        },
      }),
    );
  return Response.json({
    metric,
    from: 0,
    to: NOW,
    bucketMs: 0,
    buckets: [[NOW - 1000, 19, 19, 19, 19, 1]],
    others: [],
    gaps: [],
    usualMs: null,
    hourlyUntil: null,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', fakeFetch);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  asked.length = 0;
  place = document.createElement('div');
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const show = (page: ReactNode) =>
  act(async () => {
    root.render(page);
    await vi.advanceTimersByTimeAsync(0);
  });

function Page() {
  const reading = useReading('dsr_a', 't');
  const unset = useReading(null, '');
  const datasource = useDatasourceState('dsr_a');
  const metrics = useMetrics('dsr_a');
  const { phase } = useConnection();
  const history = useHistory('dsr_a', 't', { windowMs: 60_000, points: 60 });
  const points = history.points.map(({ last }) => last).join(' ');
  return `${phase} ${datasource?.status} ${reading?.value} ${unset} ${metrics.length} ${history.status} [${points}]`;
}

const source = { datasourceIds: ['dsr_a'] };

describe('live hooks', () => {
  it('show what the stream tells, and what it told before', async () => {
    await show(
      <LiveProvider {...source}>
        <Page />
      </LiveProvider>,
    );
    expect(place.textContent).toBe('live undefined undefined undefined 0 loading []');
    await say('snapshot', SNAPSHOT);
    expect(place.textContent).toBe('live live 20 undefined 1 ready [19]');
    await say('frame', { now: NOW + 100, s: 'dsr_a', a: NOW + 100, u: [[1, NOW + 100, 21]] });
    expect(place.textContent).toBe('live live 21 undefined 1 ready [19 21]');
    expect(asked[0]).toBe('/api/live?datasources=dsr_a');
    expect(asked[1]).toMatch(/^\/api\/v1\/datasources\/dsr_a\/series\?metric=t&from=\d+&to=\d+&points=60$/);
  });

  it('call a datasource stale when its time has come, though nothing arrives', async () => {
    await show(
      <LiveProvider {...source}>
        <Page />
      </LiveProvider>,
    );
    await say('snapshot', SNAPSHOT);
    for (let i = 0; i < 4; i++) {
      await act(async () => {
        await vi.advanceTimersByTimeAsync(15_300);
        stream.enqueue(new TextEncoder().encode(': ping\n\n'));
      });
    }
    expect(place.textContent).toContain('live stale 20');
  });

  it('keep one stream for the same datasources, whatever renders', async () => {
    await show(
      <LiveProvider {...source}>
        <Page />
      </LiveProvider>,
    );
    await show(
      <LiveProvider datasourceIds={['dsr_a']}>
        <Page />
      </LiveProvider>,
    );
    expect(asked.filter((address) => address.startsWith('/api/live'))).toHaveLength(1);
    await show(
      <LiveProvider share="tws_x">
        <Page />
      </LiveProvider>,
    );
    expect(asked.at(-1)).toContain('share=tws_x');
  });

  it('ask for nothing when there is nothing to hear of', async () => {
    await show(<LiveProvider datasourceIds={[]}>empty</LiveProvider>);
    expect(asked).toEqual([]);
    expect(place.textContent).toBe('empty');
  });
});
