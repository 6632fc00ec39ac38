import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import { type LinkedChart, linkedCharts } from '@/lib/widget/linked-charts';
import type { Faults } from './faults';

/** Messages without one need no look at the charts. */
export function holdsStructure({ values }: Message): boolean {
  for (const value of values) if (typeof value === 'object') return true;
  return false;
}

/**
 * Labels and values that a linked chart draws must be equally many (documented); arrays that no widget draws may be
 * as long as they like.
 */
export async function findUnequalLengths(
  datasource: DatasourceRef,
  messages: readonly Message[],
  faults: Faults,
): Promise<void> {
  const charts = await linkedCharts(datasource);
  if (charts.length === 0) return;
  for (const [position, message] of messages.entries()) {
    for (const chart of charts) checkMessage(message, chart, position, faults);
  }
}

function checkMessage(message: Message, chart: LinkedChart, position: number, faults: Faults): void {
  const value = message.values[message.keys.indexOf(chart.dataKey)];
  if (typeof value !== 'object') return;
  const labels = value[chart.labelsKey];
  const values = value[chart.valuesKey];
  if (!Array.isArray(labels) || !Array.isArray(values) || labels.length === values.length) return;
  faults.addAt(
    position,
    [...chart.dataKey.split('.'), chart.valuesKey],
    `"${chart.valuesKey}" has ${values.length} values, "${chart.labelsKey}" has ${labels.length} labels: a linked chart needs as many of both.`,
  );
}
