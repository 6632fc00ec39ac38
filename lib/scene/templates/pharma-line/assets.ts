import type { TemplateAsset } from '../../scene-template';
import { buildingAssets } from './building-assets';
import { makingAssets } from './making-assets';
import { packingAssets } from './packing-assets';

/** The machines with their widgets; the limits are those that the plant's own staff would set. */
export const assets: TemplateAsset[] = [...makingAssets, ...packingAssets, ...buildingAssets];
