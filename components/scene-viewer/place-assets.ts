import { flattenParts } from '@/lib/asset/flatten-parts';
import type { PartNode } from '@/lib/asset/schema';
import type { SceneAsset, SceneDetail } from '@/lib/scene/scene-detail';
import type { Instance } from '@/lib/scene/schema';
import { isKnownWidget } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';

/** An instance with what its asset brings, prepared once so that identities stay while the scene is open. */
export type PlacedAsset = {
  instance: Instance;
  asset: SceneAsset;
  parts: readonly PartNode[];
  /** Parts that glow for an alert without an anchor: the model's roots. */
  roots: readonly string[];
  widgets: readonly Widget[];
  datasourceIds: readonly string[];
};

/** Joins instances with their assets. Instances that are hidden, or whose asset is gone, are left out. */
export function placeAssets(scene: SceneDetail): PlacedAsset[] {
  const prepared = new Map(
    scene.assets.map((asset) => {
      const widgets = asset.document.widgets.filter(isKnownWidget);
      const datasourceIds = [...new Set(widgets.flatMap((widget) => widget.datasourceId ?? []))];
      const parts = flattenParts(asset.parts);
      const roots = asset.parts.map((part) => part.id);
      return [asset.id, { asset, widgets, datasourceIds, parts, roots }];
    }),
  );
  return scene.document.instances.flatMap((instance) => {
    const found = prepared.get(instance.assetId);
    return found && instance.visible ? [{ instance, ...found }] : [];
  });
}
