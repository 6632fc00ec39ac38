import type { SceneTemplate } from './definition';

/** In the order in which they are offered. */
const TEMPLATES: readonly SceneTemplate[] = [];

export const sceneTemplates = (): readonly SceneTemplate[] => TEMPLATES;

export const findSceneTemplate = (kind: string): SceneTemplate | undefined =>
  TEMPLATES.find((template) => template.kind === kind);
