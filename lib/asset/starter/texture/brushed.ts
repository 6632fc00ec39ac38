import sharp from 'sharp';

const SIZE = 256;
const STREAKS = 1100;
/** Few grey levels make a small file; nobody can count the levels of a roughness. */
const LEVELS = 16;

/**
 * The grain of brushed steel: long level streaks in the roughness alone (green; blue is metalness), so that a
 * highlight breaks up while the colour stays even. Repeats without a seam.
 */
export function brushed(): Promise<Buffer> {
  const roughness = new Float32Array(SIZE * SIZE).fill(180);
  const random = seeded(7);
  for (let i = 0; i < STREAKS; i++) {
    const value = 130 + random() * 125;
    const start = Math.floor(random() * SIZE);
    const row = Math.floor(random() * SIZE) * SIZE;
    const length = 60 + Math.floor(random() * 160);
    for (let x = start; x < start + length; x++) {
      const at = row + (x % SIZE);
      roughness[at] = (roughness[at] ?? 0) * 0.65 + value * 0.35;
    }
  }
  const pixels = Buffer.alloc(SIZE * SIZE * 3, 255);
  roughness.forEach((value, i) => {
    pixels[i * 3 + 1] = Math.round(Math.round((value / 255) * LEVELS) * (255 / LEVELS));
  });
  return sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 3 } })
    .png({ palette: true, colours: LEVELS, dither: 0, effort: 10 })
    .toBuffer();
}

/** Repeatable noise: the same model must always have the same bytes. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
