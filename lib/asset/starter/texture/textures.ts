import type { TextureName } from '../materials';
import { brushed } from './brushed';
import { perforated } from './perforated';
import { screen } from './screen';

interface TextureDefinition {
  readonly paint: () => Promise<Uint8Array>;
  /** Metres of the surface that one copy of the picture covers; absent where the shape is mapped from 0 to 1. */
  readonly tileM?: number;
}

export const TEXTURES: Record<TextureName, TextureDefinition> = {
  brushed: { paint: brushed, tileM: 1 },
  perforated: { paint: perforated, tileM: 0.095 },
  screen: { paint: screen },
};
