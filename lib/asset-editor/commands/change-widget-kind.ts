import type { Draft } from 'mutative';
import type { AssetDocument } from '@/lib/asset/schema';
import { isKnownWidget, newWidget } from '@/lib/widget/registry';
import type { WidgetKind } from '@/lib/widget/schema';

/** Makes it another kind of widget. Settings that both kinds have stay; the others take the new kind's defaults. */
export const changeWidgetKind =
  (id: string, kind: WidgetKind) =>
  (draft: Draft<AssetDocument>): void => {
    const at = draft.widgets.findIndex((one) => one.id === id);
    const widget = draft.widgets[at];
    if (!widget || !isKnownWidget(widget) || widget.kind === kind) return;
    draft.widgets[at] = newWidget(kind, { ...widget, kind });
  };
