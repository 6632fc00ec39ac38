/** A texture drawn by code, packed into the model: see `texture/`. */
export type TextureName = 'brushed' | 'perforated' | 'screen';

export interface MaterialDefinition {
  /** The name people see in the asset editor. */
  readonly name: string;
  readonly color: string;
  readonly metalness: number;
  readonly roughness: number;
  readonly roughnessTexture?: TextureName;
  readonly colorTexture?: TextureName;
  /** What shines of itself, and how strongly. */
  readonly glow?: { readonly texture: TextureName; readonly strength: number };
  readonly opacity?: number;
  readonly doubleSided?: boolean;
}

/** One small palette of calm neutrals for all machines: a hue on a machine means a state. */
export const MATERIALS = {
  steel: {
    name: 'Brushed steel',
    color: '#d2d5d8',
    metalness: 1,
    roughness: 0.4,
    roughnessTexture: 'brushed',
  },
  polished: { name: 'Polished steel', color: '#e2e4e6', metalness: 1, roughness: 0.2 },
  darkSteel: { name: 'Dark steel', color: '#9a9fa5', metalness: 1, roughness: 0.42 },
  perforated: {
    name: 'Perforated sheet',
    color: '#d4d7da',
    metalness: 0.85,
    roughness: 0.38,
    colorTexture: 'perforated',
    doubleSided: true,
  },
  foil: { name: 'Galvanised sheet', color: '#e4e7ea', metalness: 0.6, roughness: 0.36 },
  paint: { name: 'White paint', color: '#f1f2f2', metalness: 0, roughness: 0.4 },
  greyPaint: { name: 'Grey paint', color: '#b9bfc6', metalness: 0, roughness: 0.5 },
  wall: { name: 'Wall panel', color: '#e6e8ea', metalness: 0, roughness: 0.62 },
  slate: { name: 'Slate paint', color: '#59616b', metalness: 0.1, roughness: 0.5 },
  polymer: { name: 'Black polymer', color: '#2c3138', metalness: 0, roughness: 0.48 },
  cloth: { name: 'Light cloth', color: '#d3d8de', metalness: 0, roughness: 0.86 },
  darkCloth: { name: 'Dark cloth', color: '#6f7a87', metalness: 0, roughness: 0.86 },
  skin: { name: 'Skin', color: '#b39a8a', metalness: 0, roughness: 0.7 },
  carton: { name: 'Carton', color: '#d9d4cb', metalness: 0, roughness: 0.82 },
  wood: { name: 'Wood', color: '#b5a48d', metalness: 0, roughness: 0.85 },
  lamp: { name: 'Lamp', color: '#cfd4d9', metalness: 0, roughness: 0.25 },
  screen: {
    name: 'Screen',
    color: '#0a0d11',
    metalness: 0,
    roughness: 0.16,
    glow: { texture: 'screen', strength: 0.9 },
  },
  // Plain alpha, no transmission: that would cost the viewer one more pass over the whole scene.
  glass: { name: 'Glass', color: '#dbe6ec', metalness: 0, roughness: 0.06, opacity: 0.13, doubleSided: true },
} satisfies Record<string, MaterialDefinition>;

export type MaterialName = keyof typeof MATERIALS;

export const materialDefinition = (name: MaterialName): MaterialDefinition => MATERIALS[name];

/** Whether shapes of this material need texture coordinates in the file. */
export function isTextured({ roughnessTexture, colorTexture, glow }: MaterialDefinition): boolean {
  return roughnessTexture !== undefined || colorTexture !== undefined || glow !== undefined;
}
