import { Box3, Vector3 } from 'three';
import type { AssetModelHandle } from '@/components/stage/asset-model';
import type { Anchor } from '@/lib/widget/schema';

const topOf = new Box3();

/** The models of the placed instances, as they mount: where their anchors and boxes are in the world. */
export class InstanceHandles {
  private readonly handles = new Map<string, AssetModelHandle>();
  private readonly points = new Map<string, Vector3>();

  set(instanceId: string, handle: AssetModelHandle | null): void {
    if (handle) this.handles.set(instanceId, handle);
    else this.handles.delete(instanceId);
  }

  /** Bounds of an instance; empty while its model loads. */
  box(instanceId: string): Box3 {
    return this.handles.get(instanceId)?.worldBox() ?? new Box3();
  }

  /**
   * A function for the overlay that gives where an anchor is now, always in the same vector. A widget without an anchor,
   * or whose part is gone, hangs over the top of its instance.
   */
  follow(key: string, instanceId: string, anchor: Anchor | null): () => Vector3 {
    let point = this.points.get(key);
    if (!point) {
      point = new Vector3(0, Number.NEGATIVE_INFINITY, 0);
      this.points.set(key, point);
    }
    const target = point;
    return () => {
      const handle = this.handles.get(instanceId);
      if (!handle) return target;
      if (anchor && handle.anchorToWorld(anchor, target)) return target;
      topOf.copy(handle.worldBox());
      if (topOf.isEmpty()) return target;
      topOf.getCenter(target);
      target.y = topOf.max.y;
      return target;
    };
  }
}
