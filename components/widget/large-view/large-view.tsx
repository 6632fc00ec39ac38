'use client';

import type { ComponentType } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { readLabelledValues } from '@/lib/widget/read-structure';
import type { Widget, WidgetKind, WidgetOf } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { isNumericReading } from '../reading-facts';
import { DoubleHistoryView } from './double-history-view';
import { HistoryView } from './history-view';
import { LabelledView } from './labelled-view';

export type LargeViewProps<K extends WidgetKind = WidgetKind> = {
  widget: WidgetOf<K>;
  state: WidgetState;
  datasourceId: string | null;
};

/** LineChart in large: what its card shows, so labels and values or a history. */
function LargeLine(props: LargeViewProps<'line_chart'>) {
  const { widget, state } = props;
  const [reading] = state.values;
  const labelled = readLabelledValues(reading?.value, widget.labelsKey, widget.valuesKey);
  return !labelled && isNumericReading(reading) ? (
    <HistoryView {...props} />
  ) : (
    <LabelledView {...props} kind="line" labelled={labelled} />
  );
}

function LargeBar(props: LargeViewProps<'bar_chart'>) {
  const { widget, state } = props;
  const labelled = readLabelledValues(state.values[0]?.value, widget.labelsKey, widget.valuesKey);
  return <LabelledView {...props} kind="bar" labelled={labelled} />;
}

const CONTENT: { [K in WidgetKind]: ComponentType<LargeViewProps<K>> } = {
  single_data: HistoryView,
  double_data: DoubleHistoryView,
  line_chart: LargeLine,
  bar_chart: LargeBar,
};

type Props = {
  widget: Widget;
  state: WidgetState;
  datasourceId: string | null;
  onClose: () => void;
};

/** The Large View: the widget's chart in full, with a table of its exact values. */
export function LargeView({ widget, state, datasourceId, onClose }: Props) {
  const Content = CONTENT[widget.kind] as unknown as ComponentType<LargeViewProps>;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={<bdi>{widget.title}</bdi>} width={920}>
      <div data-large-view={widget.id} className="min-w-0">
        <Content widget={widget} state={state} datasourceId={datasourceId} />
      </div>
    </Dialog>
  );
}
