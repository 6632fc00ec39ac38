import type { Draft } from 'mutative';
import type { AlertSettings } from '@/lib/alert/schema';
import type { AssetDocument } from '@/lib/asset/schema';
import { isKnownWidget, widgetDefinition } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';

type KeysOfUnion<U> = U extends unknown ? keyof U : never;
type ValueOfUnion<U, K extends PropertyKey> = U extends unknown ? (K extends keyof U ? U[K] : never) : never;
/** Some settings of a widget, of whichever kinds have them. */
export type WidgetChange = {
  [K in Exclude<KeysOfUnion<Widget>, 'id' | 'kind' | 'alerts'>]?: ValueOfUnion<Widget, K>;
} & { alerts?: Partial<AlertSettings> };

/**
 * Changes settings of a widget. A change that its kind's schema refuses changes nothing: forms check before, and a
 * document must not become one that can't be opened.
 */
export const changeWidget =
  (id: string, { alerts, ...settings }: WidgetChange) =>
  (draft: Draft<AssetDocument>): void => {
    const at = draft.widgets.findIndex((one) => one.id === id);
    const widget = draft.widgets[at];
    if (!widget || !isKnownWidget(widget)) return;
    const changed = { ...widget, ...settings, alerts: { ...widget.alerts, ...alerts } };
    const parsed = widgetDefinition(widget.kind).schema.safeParse(changed);
    // Assigned one by one, so that only what differs becomes a patch.
    if (parsed.success) assignChanges(widget, parsed.data);
  };

function assignChanges(target: object, source: object): void {
  const into = target as Record<string, unknown>;
  for (const [key, value] of Object.entries(source)) {
    if (JSON.stringify(into[key]) !== JSON.stringify(value)) into[key] = value;
  }
}
