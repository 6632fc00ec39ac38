import { type Box3, Vector3 } from 'three';
import type { AssetModelHandle } from '@/components/stage/asset-model';
import type { Anchor } from '@/lib/widget/schema';

/** Far below the floor: an anchor that can't be found yet is out of sight. */
const NOWHERE = -1e6;
const top = new Vector3();
const above = new Vector3();

/** Where anchors of the edited model are in the world, also the one that is being dragged. */
export class ModelAnchors {
  private handle: AssetModelHandle | null = null;
  private readonly points = new Map<string, Vector3>();
  private readonly previews = new Map<string, Anchor>();

  setHandle(handle: AssetModelHandle | null): void {
    this.handle = handle;
  }

  get model(): AssetModelHandle | null {
    return this.handle;
  }

  /** Shows a widget at another anchor until it is told otherwise: while its handle is dragged. */
  preview(widgetId: string, anchor: Anchor | null): void {
    if (anchor) this.previews.set(widgetId, anchor);
    else this.previews.delete(widgetId);
  }

  /** A function for the overlay that gives where an anchor is now, always in the same vector. */
  follow(widgetId: string, anchor: Anchor): () => Vector3 {
    const point = this.points.get(widgetId) ?? new Vector3(0, NOWHERE, 0);
    this.points.set(widgetId, point);
    return () => {
      const shown = this.previews.get(widgetId) ?? anchor;
      if (!this.handle?.anchorToWorld(shown, point)) point.set(0, NOWHERE, 0);
      return point;
    };
  }

  /** World bounds of a part, or of everything; undefined while the model loads. */
  boxOf(partId: string | null): Box3 | undefined {
    const box = this.handle?.worldBox(partId ?? undefined);
    return box && !box.isEmpty() ? box : undefined;
  }

  /** The middle of a part's top, as an anchor: for those who can't click on the model. */
  onTopOf(partId: string): Anchor | undefined {
    const part = this.handle?.part(partId);
    const box = this.boxOf(partId);
    if (!part || !box) return undefined;
    part.updateWorldMatrix(true, false);
    box.getCenter(top).setY(box.max.y);
    above.copy(top).setY(top.y + 1);
    const position = part.worldToLocal(top.clone());
    const normal = part.worldToLocal(above.clone()).sub(position).normalize();
    return { partId, position: position.toArray(), normal: normal.toArray() };
  }
}
