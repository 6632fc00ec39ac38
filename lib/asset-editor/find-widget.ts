import type { AssetDocument } from '@/lib/asset/schema';
import { isKnownWidget } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';

/** Widgets of kinds that this version knows: those that can be drawn and set up. */
export const knownWidgets = (document: AssetDocument): Widget[] => document.widgets.filter(isKnownWidget);

export const findWidget = (document: AssetDocument, id: string | null): Widget | undefined =>
  id === null ? undefined : knownWidgets(document).find((widget) => widget.id === id);
