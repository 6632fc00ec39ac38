import type { Document, Material, Texture } from '@gltf-transform/core';
import { Color } from 'three';
import {
  type MaterialDefinition,
  type MaterialName,
  materialDefinition,
  type TextureName,
} from './materials';
import { TEXTURES } from './texture/textures';

/** Makes the materials of one document, each of them, and each texture, once. */
export class GltfMaterials {
  private readonly made = new Map<MaterialName, Material>();
  private readonly painted = new Map<TextureName, Texture>();

  constructor(private readonly document: Document) {}

  async get(name: MaterialName): Promise<Material> {
    const made = this.made.get(name) ?? (await this.make(materialDefinition(name)));
    this.made.set(name, made);
    return made;
  }

  private async make(definition: MaterialDefinition): Promise<Material> {
    const { r, g, b } = new Color(definition.color);
    const material = this.document
      .createMaterial(definition.name)
      .setBaseColorFactor([r, g, b, definition.opacity ?? 1])
      .setAlphaMode(definition.opacity === undefined ? 'OPAQUE' : 'BLEND')
      .setMetallicFactor(definition.metalness)
      .setRoughnessFactor(definition.roughness)
      .setDoubleSided(definition.doubleSided ?? false);
    if (definition.colorTexture) material.setBaseColorTexture(await this.texture(definition.colorTexture));
    if (definition.roughnessTexture) {
      material.setMetallicRoughnessTexture(await this.texture(definition.roughnessTexture));
    }
    if (definition.glow) {
      const { texture, strength } = definition.glow;
      material
        .setEmissiveTexture(await this.texture(texture))
        .setEmissiveFactor([strength, strength, strength]);
    }
    return material;
  }

  private async texture(name: TextureName): Promise<Texture> {
    const known = this.painted.get(name);
    if (known) return known;
    const image = await TEXTURES[name].paint();
    const texture = this.document.createTexture(name).setImage(image).setMimeType('image/png');
    this.painted.set(name, texture);
    return texture;
  }
}
