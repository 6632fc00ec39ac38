import type { Draft } from 'mutative';
import type { AssetDocument } from '@/lib/asset/schema';

/** Removes a widget, of whatever kind. */
export const removeWidget =
  (id: string) =>
  (draft: Draft<AssetDocument>): void => {
    const at = draft.widgets.findIndex((widget) => widget.id === id);
    if (at >= 0) draft.widgets.splice(at, 1);
  };
