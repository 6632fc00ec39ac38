import type { WidgetDefinition } from './definition';
import { barChart } from './kinds/bar-chart';
import { doubleData } from './kinds/double-data';
import { lineChart } from './kinds/line-chart';
import { singleData } from './kinds/single-data';
import { type UnknownWidget, WIDGET_KINDS, type Widget, type WidgetKind, type WidgetOf } from './schema';

const DEFINITIONS = {
  single_data: singleData,
  double_data: doubleData,
  line_chart: lineChart,
  bar_chart: barChart,
} satisfies { [K in WidgetKind]: WidgetDefinition<K> };

/** The definition of a kind. A widget and its own definition always fit, which the compiler can't see through a union. */
export function widgetDefinition<K extends WidgetKind>(kind: K): WidgetDefinition<K> {
  return DEFINITIONS[kind] as unknown as WidgetDefinition<K>;
}

/** Definition that takes any widget of its own kind; for code that holds a widget and not its kind. */
export const definitionOf = (widget: Widget): WidgetDefinition =>
  widgetDefinition(widget.kind) as unknown as WidgetDefinition;

export const isKnownWidget = (widget: Widget | UnknownWidget): widget is Widget =>
  (WIDGET_KINDS as readonly string[]).includes(widget.kind);

/** A new widget with its kind's defaults. */
export function newWidget<K extends WidgetKind>(
  kind: K,
  given: Partial<WidgetOf<K>> & { id: string; title: string },
): WidgetOf<K> {
  const definition = widgetDefinition(kind);
  return definition.schema.parse({ ...definition.defaults, ...given });
}
