import type { StarterKind } from '@/lib/asset/starter/registry';
import type { DatasourceType } from '@/lib/datasource/schema';
import type { MetricKind } from '@/lib/live/protocol';
import type { Environment, Vector3Tuple, View } from '@/lib/scene/schema';
import type { WidgetKind, WidgetOf } from '@/lib/widget/schema';

/** Names one thing of a template within it. */
type Key = string;

export type TemplateDatasource = {
  key: Key;
  type?: DatasourceType;
  name: string;
  description?: string;
  /** What we know of its data before any has come. */
  metrics?: { key: string; kind: MetricKind; displayName?: string; unit?: string }[];
};

/** A widget's settings; what is left out has its kind's default. */
export type TemplateWidget = {
  [K in WidgetKind]: Partial<Omit<WidgetOf<K>, 'id' | 'kind' | 'title' | 'datasourceId' | 'anchor'>> & {
    kind: K;
    title: string;
    /** Key of a datasource of the template. */
    datasource: Key | null;
    /** Name of one of the starter's anchors. */
    anchor: string | null;
  };
}[WidgetKind];

export type TemplateAsset = {
  key: Key;
  starter: StarterKind;
  name: string;
  widgets: TemplateWidget[];
};

export type TemplateInstance = {
  /** Key of an asset of the template. */
  asset: Key;
  name: string;
  position: Vector3Tuple;
  rotation?: Vector3Tuple;
  scale?: Vector3Tuple;
  /** Name of the group it belongs to. */
  group?: string;
};

/** A ready scene: which machines it places, with which widgets, and the datasources that feed them. */
export type SceneTemplate = {
  kind: string;
  /** Message keys of its name and its one-line description. */
  labelKey: string;
  descriptionKey: string;
  /** Public path of its picture. */
  thumbnail: string;
  datasources: TemplateDatasource[];
  assets: TemplateAsset[];
  instances: TemplateInstance[];
  /** The first is where the viewer starts. */
  views: Omit<View, 'id'>[];
  environment?: Partial<Environment>;
};
