import type { Draft } from 'mutative';
import type { AssetDocument } from '@/lib/asset/schema';

/** Moves a widget to a place of the list, counted without it; places beyond the ends are the ends. */
export const moveWidget =
  (id: string, to: number) =>
  (draft: Draft<AssetDocument>): void => {
    const from = draft.widgets.findIndex((widget) => widget.id === id);
    const place = Math.min(Math.max(to, 0), draft.widgets.length - 1);
    if (from < 0 || from === place) return;
    const [moved] = draft.widgets.splice(from, 1);
    if (moved) draft.widgets.splice(place, 0, moved);
  };
