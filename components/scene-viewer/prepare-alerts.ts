import type { Severity } from '@/lib/alert/schema';
import { worst } from '@/lib/alert/severity';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetAlert } from '@/lib/widget/widget-state';
import type { PlacedAsset } from './place-assets';

/** An alert that is met now, on one placed machine. */
export type SceneAlert = {
  /** `instance:widget` */
  key: string;
  placed: PlacedAsset;
  widget: Widget;
  severity: Severity;
  value: WidgetAlert['value'];
};

const ORDER: Record<Severity, number> = { act: 0, look: 1, know: 2 };

/** All alerts of a scene, the most urgent first; equal ones in the order of the scene. */
export function sceneAlerts(
  placed: readonly PlacedAsset[],
  alertOf: (widget: Widget) => WidgetAlert | null,
): SceneAlert[] {
  return placed
    .flatMap((one) =>
      one.widgets.flatMap((widget): SceneAlert[] => {
        const alert = alertOf(widget);
        const key = `${one.instance.id}:${widget.id}`;
        return alert ? [{ key, placed: one, widget, severity: alert.severity, value: alert.value }] : [];
      }),
    )
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** The worst severity among the alerts of some instances. */
export const worstOf = (
  alerts: readonly SceneAlert[],
  instanceIds: ReadonlySet<string>,
): Severity | undefined =>
  alerts
    .filter((alert) => instanceIds.has(alert.placed.instance.id))
    .reduce<Severity | undefined>((found, alert) => worst(found, alert.severity), undefined);

export const countOf = (alerts: readonly SceneAlert[], severity: Severity): number =>
  alerts.filter((alert) => alert.severity === severity).length;

/** Do both lists say the same? Values may differ: they are shown by those who follow the reading. */
export const sameSceneAlerts = (a: readonly SceneAlert[], b: readonly SceneAlert[]): boolean =>
  a.length === b.length &&
  a.every((alert, i) => alert.key === b[i]?.key && alert.severity === b[i]?.severity);
