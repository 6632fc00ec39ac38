import type { Part } from './kit/part';
import type { Vec3 } from './kit/vec3';

export const STARTER_CATEGORIES = ['process', 'packing', 'utility', 'component', 'room'] as const;

type StarterCategory = (typeof STARTER_CATEGORIES)[number];

/** Size of the box around a model, in metres. */
interface Dimensions {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

export interface StarterAnchor {
  /** Name of the part the anchor sits on. */
  readonly part: string;
  /** In the part's own space: from its pivot. */
  readonly position: Vec3;
  /** Unit vector away from the surface. */
  readonly normal: Vec3;
}

/** A machine of the starter library: what it is called, how big it is, where its widgets go, how it is made. */
export interface StarterDefinition {
  readonly kind: string;
  /** Keys of its name and its one-line description in `messages/`. */
  readonly labelKey: string;
  readonly descriptionKey: string;
  readonly category: StarterCategory;
  readonly dimensions: Dimensions;
  readonly anchors: Readonly<Record<string, StarterAnchor>>;
  /** Its origin is in the middle of its footprint on the floor, its front looks to +z. */
  build(): Part;
}
