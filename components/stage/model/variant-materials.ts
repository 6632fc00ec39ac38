import { Color, type Material, MeshStandardMaterial } from 'three';
import { refineSurface, type SurfaceLook } from '../studio/surface-shader';
import type { PartAlarm } from '../types';

const EMISSIVE = 0.8;
const LERP = 0.8;
/** Alarm levels are shown in steps, so that a pulsing intensity makes few materials. */
const STEPS = 8;
const tint = new Color();

/**
 * Copies of an asset's materials for states: alarm in a colour, or receding. One copy per material and state, shared by
 * all instances of the asset, so a hundred alarms compile nothing new.
 */
export class VariantMaterials {
  private readonly copies = new Map<Material, Map<string, Material>>();

  alarm(material: Material, alarm: PartAlarm): Material {
    const level = Math.round(Math.min(Math.max(alarm.intensity, 0), 1) * STEPS) / STEPS;
    if (level === 0) return material;
    return this.variant(material, `alarm ${alarm.color} ${level}`, 'plain', (copy) => {
      copy.emissive.set(alarm.color);
      copy.emissiveMap = null;
      copy.emissiveIntensity = EMISSIVE * level;
      copy.color.lerp(tint.set(alarm.color).multiplyScalar(0.58), LERP * level);
      copy.metalness *= 1 - 0.5 * level;
    });
  }

  receding(material: Material): Material {
    return this.variant(material, 'receding', 'receding', () => {});
  }

  private variant(
    material: Material,
    key: string,
    look: SurfaceLook,
    change: (copy: MeshStandardMaterial) => void,
  ): Material {
    if (!(material instanceof MeshStandardMaterial)) return material;
    let variants = this.copies.get(material);
    if (!variants) {
      variants = new Map();
      this.copies.set(material, variants);
    }
    let copy = variants.get(key);
    if (!copy) {
      const changed = material.clone();
      change(changed);
      refineSurface(changed, look);
      copy = changed;
      variants.set(key, copy);
    }
    return copy;
  }

  /** Frees the copies; textures belong to the originals. */
  dispose(): void {
    for (const variants of this.copies.values()) for (const copy of variants.values()) copy.dispose();
    this.copies.clear();
  }
}
