import type { Draft } from 'mutative';
import type { AssetDocument } from '@/lib/asset/schema';
import { isKnownWidget } from '@/lib/widget/registry';

/** Puts a copy below the original, on the same anchor. Of a kind that we do not know, nothing is made. */
export const duplicateWidget =
  (id: string, copy: { id: string; title: string }) =>
  (draft: Draft<AssetDocument>): void => {
    const at = draft.widgets.findIndex((one) => one.id === id);
    const widget = draft.widgets[at];
    if (!widget || !isKnownWidget(widget)) return;
    draft.widgets.splice(at + 1, 0, { ...plain(widget), ...copy, offset: null });
  };

/** A draft is a proxy, which `structuredClone` refuses. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
