import type { Color, Object3D } from 'three';
import { MAX_GLOWS, surfaceUniforms } from './surface-shader';

/** Light that an alarm throws on its surroundings. */
export interface Glow {
  /** Where it shines: followed when it moves. */
  source: Object3D;
  /** Metres that the light reaches. */
  reach: number;
  color: Color;
  intensity: number;
}

/** Candela of a full alarm, as in the look. */
const FULL = 6;

/** The alarms that light the stage. When there are more than the shader knows, the strongest are shown. */
export class Glows {
  private readonly all = new Set<Glow>();
  private shown: Glow[] = [];

  add(glow: Glow): () => void {
    this.all.add(glow);
    this.choose();
    return () => {
      this.all.delete(glow);
      this.choose();
    };
  }

  /** Writes the uniforms that all surfaces share. Called before each frame. */
  apply(): void {
    for (let slot = 0; slot < this.shown.length; slot++) {
      const glow = this.shown[slot];
      const at = surfaceUniforms.uGlowAt.value[slot];
      const color = surfaceUniforms.uGlowColor.value[slot];
      if (!glow || !at || !color) continue;
      glow.source.updateWorldMatrix(true, false);
      const { elements } = glow.source.matrixWorld;
      at.set(elements[12] ?? 0, elements[13] ?? 0, elements[14] ?? 0, glow.reach);
      color.copy(glow.color).multiplyScalar(FULL * glow.intensity);
    }
    surfaceUniforms.uGlowCount.value = this.shown.length;
  }

  private choose(): void {
    this.shown = [...this.all].sort((a, b) => b.intensity - a.intensity).slice(0, MAX_GLOWS);
  }
}
