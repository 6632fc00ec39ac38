import type { SceneTemplate } from '@/lib/scene/scene-template';

/** What the page knows of a template: enough to choose it. */
export type TemplateInfo = Pick<SceneTemplate, 'kind' | 'labelKey' | 'thumbnail'> & {
  instances: number;
  assets: number;
  datasources: number;
};

export const templateInfo = (template: SceneTemplate): TemplateInfo => ({
  kind: template.kind,
  labelKey: template.labelKey,
  thumbnail: template.thumbnail,
  instances: template.instances.length,
  assets: template.assets.length,
  datasources: template.datasources.length,
});
