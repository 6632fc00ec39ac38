import { alertSettingsSchema } from '@/lib/alert/schema';
import { flattenParts } from '@/lib/asset/flatten-parts';
import type { AssetDocument, PartNode } from '@/lib/asset/schema';
import { ASSET_SCHEMA_VERSION } from '@/lib/asset/schema';
import { findStarter, type StarterKind } from '@/lib/asset/starter/registry';
import { newWidget } from '@/lib/widget/registry';
import type { Anchor, Widget } from '@/lib/widget/schema';
import type { SceneTemplate, TemplateAsset, TemplateWidget } from './scene-template';
import { SCENE_SCHEMA_VERSION, type SceneDocument, sceneDocumentSchema } from './schema';

/** What a template's keys became: ids of made things, by key. */
export type MadeIds = ReadonlyMap<string, string>;

/** The id behind a key. A template that names what it does not have is a mistake in the code. */
function idOf(ids: MadeIds, key: string, what: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The template has no ${what} "${key}".`);
  return id;
}

/** The widgets of a template's asset, hung on the parts of its model. */
export function templateAssetDocument(
  asset: TemplateAsset,
  parts: readonly PartNode[],
  datasourceIds: MadeIds,
): AssetDocument {
  const widgets = asset.widgets.map((widget, i) =>
    templateWidget(`w${i + 1}`, widget, {
      datasourceId: idOf(datasourceIds, widget.datasource, 'datasource'),
      anchor: starterAnchor(asset.starter, widget.anchor, parts),
    }),
  );
  return { schemaVersion: ASSET_SCHEMA_VERSION, widgets };
}

function templateWidget(
  id: string,
  { kind, datasource: _datasource, anchor: _anchor, alerts, ...settings }: TemplateWidget,
  links: { datasourceId: string; anchor: Anchor },
): Widget {
  const given = { ...settings, ...links, id, alerts: alertSettingsSchema.parse(alerts ?? {}) };
  return newWidget(kind, given as Parameters<typeof newWidget>[1]);
}

/** Where the starter's anchor of that name is, on the part's stable id. */
function starterAnchor(kind: StarterKind, name: string, parts: readonly PartNode[]): Anchor {
  const anchor = findStarter(kind)?.anchors[name];
  const part = anchor && flattenParts(parts).find((candidate) => candidate.name === anchor.part);
  if (!anchor || !part) throw new Error(`The starter "${kind}" has no anchor "${name}".`);
  return { partId: part.id, position: [...anchor.position], normal: [...anchor.normal] };
}

/** The scene of a template, its instances bound to the assets that were made for it. */
export function templateSceneDocument(template: SceneTemplate, assetIds: MadeIds): SceneDocument {
  const groupNames = [...new Set(template.instances.flatMap(({ group }) => group ?? []))];
  const groupId = (name: string | undefined) =>
    name === undefined ? null : `g${groupNames.indexOf(name) + 1}`;
  return sceneDocumentSchema.parse({
    schemaVersion: SCENE_SCHEMA_VERSION,
    instances: template.instances.map(({ asset, name, position, turn = 0, group }, i) => ({
      id: `i${i + 1}`,
      assetId: idOf(assetIds, asset, 'asset'),
      name,
      position,
      rotation: [0, (turn * Math.PI) / 180, 0],
      scale: [1, 1, 1],
      groupId: groupId(group),
    })),
    groups: groupNames.map((name) => ({ id: groupId(name), name })),
    views: template.views.map((view, i) => ({ id: `v${i + 1}`, ...view })),
    startViewId: null,
    ...(template.environment ? { environment: template.environment } : {}),
  } satisfies Record<keyof Omit<SceneDocument, 'environment'>, unknown> & { environment?: unknown });
}
