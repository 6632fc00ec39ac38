import type { Widget } from '@/lib/widget/schema';
import type { WidgetAlert } from '@/lib/widget/widget-state';
import type { IconKind, Severity } from './schema';
import { SEVERITY_GLOW, worst } from './severity';

export type PartAlert = { severity: Severity; color: string };
export type FloatingAlert = { widgetId: string; iconKind: IconKind; severity: Severity; title: string };

/** What the alerts of an asset do to it at this moment. */
export type ActiveAlerts = {
  /** ChangeMaterialColor: parts that glow. */
  parts: ReadonlyMap<string, PartAlert>;
  /** ShowFloatingIcon: one for each widget that asks for it. */
  icons: readonly FloatingAlert[];
  /** Every widget whose condition is met. */
  widgets: ReadonlyMap<string, Severity>;
};

export const NO_ALERTS: ActiveAlerts = { parts: new Map(), icons: [], widgets: new Map() };

/**
 * Gathers the actions of all widgets whose condition is met. The worst severity wins a part.
 *
 * @param alertOf the widget's alert as `widgetState` decided it
 * @param wholeAsset parts that glow for a widget without an anchor: the roots, so the machine as a whole
 */
export function activeAlerts(
  widgets: readonly Widget[],
  alertOf: (widget: Widget) => WidgetAlert | null,
  wholeAsset: readonly string[],
): ActiveAlerts {
  const parts = new Map<string, PartAlert>();
  const icons: FloatingAlert[] = [];
  const met = new Map<string, Severity>();
  for (const widget of widgets) {
    const severity = alertOf(widget)?.severity;
    if (severity === undefined) continue;
    met.set(widget.id, severity);
    if (widget.alerts.changeMaterialColor) {
      for (const partId of widget.anchor ? [widget.anchor.partId] : wholeAsset) {
        const wins = worst(parts.get(partId)?.severity, severity) ?? severity;
        parts.set(partId, { severity: wins, color: SEVERITY_GLOW[wins] });
      }
    }
    if (widget.alerts.showFloatingIcon)
      icons.push({
        widgetId: widget.id,
        iconKind: widget.alerts.iconKind,
        severity,
        title: widget.title,
      });
  }
  return met.size === 0 ? NO_ALERTS : { parts, icons, widgets: met };
}

const sameMap = <V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  same: (x: V, y: V) => boolean,
): boolean =>
  a.size === b.size &&
  [...a].every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && same(value, other);
  });

/** Do both ask for the same? Then nothing needs to be drawn again. */
export function sameAlerts(a: ActiveAlerts, b: ActiveAlerts): boolean {
  if (a === b) return true;
  return (
    sameMap(a.widgets, b.widgets, (x, y) => x === y) &&
    sameMap(a.parts, b.parts, (x, y) => x.severity === y.severity) &&
    a.icons.length === b.icons.length &&
    a.icons.every((icon, i) => {
      const other = b.icons[i];
      return (
        other !== undefined &&
        icon.widgetId === other.widgetId &&
        icon.iconKind === other.iconKind &&
        icon.severity === other.severity &&
        icon.title === other.title
      );
    })
  );
}
