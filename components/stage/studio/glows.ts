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

/** The alarms that light the stage. More than the shader knows: the strongest are shown. */
export class Glows {
  private readonly all = new Set<Glow>();

  add(glow: Glow): () => void {
    this.all.add(glow);
    return () => this.all.delete(glow);
  }

  /** Writes the uniforms that all surfaces share. Cheap; called before each frame. */
  apply(): void {
    let count = 0;
    if (this.all.size <= MAX_GLOWS) {
      for (const glow of this.all) this.write(glow, count++);
    } else {
      const strongest = [...this.all].sort((a, b) => b.intensity - a.intensity).slice(0, MAX_GLOWS);
      for (const glow of strongest) this.write(glow, count++);
    }
    surfaceUniforms.uGlowCount.value = count;
  }

  private write(glow: Glow, slot: number): void {
    const at = surfaceUniforms.uGlowAt.value[slot];
    const color = surfaceUniforms.uGlowColor.value[slot];
    if (!at || !color) return;
    glow.source.updateWorldMatrix(true, false);
    const [, , , , , , , , , , , , x = 0, y = 0, z = 0] = glow.source.matrixWorld.elements;
    at.set(x, y, z, glow.reach);
    color.copy(glow.color).multiplyScalar(FULL * glow.intensity);
  }
}
