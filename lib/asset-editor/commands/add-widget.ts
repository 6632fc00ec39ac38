import type { Draft } from 'mutative';
import type { AssetDocument } from '@/lib/asset/schema';
import type { Widget } from '@/lib/widget/schema';

/** Adds a widget below the others, or below the one named. */
export const addWidget =
  (widget: Widget, belowId?: string) =>
  (draft: Draft<AssetDocument>): void => {
    const above = draft.widgets.findIndex((other) => other.id === belowId);
    draft.widgets.splice(above < 0 ? draft.widgets.length : above + 1, 0, widget);
  };
