import type { SceneTemplate } from '../../scene-template';
import { assets } from './assets';
import { datasources } from './datasources';
import { instances, views } from './layout';

/** A solid-dose line: granulate, blend, press, coat, pack. The demo of `npm run up`. */
export const pharmaLine: SceneTemplate = {
  kind: 'pharma_line',
  labelKey: 'scene.template.pharma_line',
  thumbnail: '/starter/scene-pharma-line.webp',
  datasources,
  assets,
  instances,
  views,
};
