import type { SceneTemplate } from '../scene-template';
import { pharmaLine } from './pharma-line';

/** In the order in which they are offered. */
export const SCENE_TEMPLATES: readonly SceneTemplate[] = [pharmaLine];

export const findSceneTemplate = (kind: string): SceneTemplate | undefined =>
  SCENE_TEMPLATES.find((template) => template.kind === kind);
