import { DataTexture, LinearFilter, RGBAFormat } from 'three';

const SIZE = 64;
let texture: DataTexture | undefined;

/** A soft white disc, coloured by the sprite that uses it: bright in the middle, a wide faint hem. */
export function haloTexture(): DataTexture {
  if (texture) return texture;
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const distance = Math.min(1, Math.hypot(x + 0.5 - SIZE / 2, y + 0.5 - SIZE / 2) / (SIZE / 2));
      const core = distance < 0.3 ? 0.9 - (0.58 * distance) / 0.3 : (0.32 * (1 - distance)) / 0.7;
      data.set([255, 255, 255, Math.round(core * 255)], (y * SIZE + x) * 4);
    }
  }
  texture = new DataTexture(data, SIZE, SIZE, RGBAFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
