import type { StarterKind } from '@/lib/asset/starter/registry';
import type { MetricKind } from '@/lib/live/protocol';
import type { WidgetBase, WidgetKind, WidgetOf } from '@/lib/widget/schema';
import type { Environment, Vector3Tuple } from './schema';

type OwnFields = 'id' | 'kind' | 'title' | 'datasourceId' | 'anchor' | 'dataKey';
type Settings<K extends WidgetKind> = Partial<Omit<WidgetOf<K>, OwnFields | 'alerts'>> & {
  alerts?: Partial<WidgetBase['alerts']>;
};

/** A widget of a template: its datasource by the template's own key, its anchor by the starter's name for it. */
export type TemplateWidget = {
  [K in WidgetKind]: {
    kind: K;
    title: string;
    datasource: string;
    dataKey: string;
    anchor: string;
  } & Settings<K>;
}[WidgetKind];

export type TemplateMetric = {
  key: string;
  displayName: string;
  unit?: string;
  /** A number unless said otherwise. */
  kind?: MetricKind;
};

export type TemplateDatasource = {
  key: string;
  name: string;
  description: string;
  metrics: readonly TemplateMetric[];
};

export type TemplateAsset = {
  key: string;
  name: string;
  starter: StarterKind;
  widgets: readonly TemplateWidget[];
};

export type TemplateInstance = {
  asset: string;
  name: string;
  /** Metres, on the floor unless the height says otherwise. */
  position: Vector3Tuple;
  /** Degrees around the vertical axis. */
  turn?: number;
  group?: string;
};

export type TemplateView = { name: string; position: Vector3Tuple; target: Vector3Tuple };

/** A scene that can be created in one click: datasources (with keys), assets from the starter library, and where they stand. */
export type SceneTemplate = {
  kind: string;
  labelKey: `scene.template.${string}`;
  /** Picture under `public/`. */
  thumbnail: string;
  datasources: readonly TemplateDatasource[];
  assets: readonly TemplateAsset[];
  instances: readonly TemplateInstance[];
  views: readonly TemplateView[];
  environment?: Partial<Environment>;
};
