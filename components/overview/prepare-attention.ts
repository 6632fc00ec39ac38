import type { Severity } from '@/lib/alert/schema';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import type { WatchedWidget } from '@/lib/workspace/overview-schema';

/** One thing that asks for attention. */
export type Attention =
  | {
      kind: 'alert';
      id: string;
      severity: Severity;
      watched: WatchedWidget;
      value: number | string | boolean;
    }
  | {
      kind: 'refused' | 'stopped' | 'keyEnding';
      id: string;
      severity: Severity;
      datasource: DatasourceSummary;
    };

export type MetAlert = { watched: WatchedWidget; severity: Severity; value: number | string | boolean };

const ORDER: Record<Severity, number> = { act: 0, look: 1, know: 2 };
const KINDS: readonly Attention['kind'][] = ['alert', 'refused', 'stopped', 'keyEnding'];

/** Everything that asks for attention now, what to act on first. Pure. */
export function prepareAttention(
  met: readonly MetAlert[],
  datasources: readonly DatasourceSummary[],
  statusOf: (datasource: DatasourceSummary) => DatasourceSummary['status'],
): Attention[] {
  const alerts = met.map(
    ({ watched, severity, value }): Attention => ({
      kind: 'alert',
      id: `${watched.asset.id}:${watched.widget.id}`,
      severity,
      watched,
      value,
    }),
  );
  const troubles = datasources.flatMap((datasource): Attention[] => {
    const status = statusOf(datasource);
    const about = { id: datasource.id, datasource };
    return [
      ...(status === 'error' ? [{ ...about, kind: 'refused', severity: 'act' } as const] : []),
      ...(status === 'stale' ? [{ ...about, kind: 'stopped', severity: 'look' } as const] : []),
      ...(datasource.keys?.situation === 'expiring'
        ? [{ ...about, id: `${datasource.id}:key`, kind: 'keyEnding', severity: 'look' } as const]
        : []),
    ];
  });
  return [...alerts, ...troubles].sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
}

/** What the title says: the worst thing there is, in one word and a count. */
export type Situation = { kind: 'empty' | 'waiting' | 'act' | 'look' | 'normal'; count: number };

export function situationOf(
  attention: readonly Attention[],
  statuses: readonly DatasourceSummary['status'][],
): Situation {
  const act = attention.filter(({ severity }) => severity === 'act').length;
  if (act > 0) return { kind: 'act', count: act };
  const look = attention.filter(({ severity }) => severity === 'look').length;
  if (look > 0) return { kind: 'look', count: look };
  if (statuses.length === 0) return { kind: 'empty', count: 0 };
  if (statuses.every((status) => status === 'never')) return { kind: 'waiting', count: statuses.length };
  return { kind: 'normal', count: 0 };
}
