/** What a model may hold at most. Measured on real plants of 124 MB and 2.6 million triangles, with room to spare. */
export const MODEL_LIMITS = {
  jsonBytes: 16_000_000,
  nodes: 50_000,
  depth: 64,
  primitives: 200_000,
  materials: 20_000,
  images: 256,
  animationChannels: 100_000,
  joints: 20_000,
  /** Elements of one accessor. */
  accessorCount: 20_000_000,
  /** All accessors and compressed views together, decoded. */
  decodedBytes: 1_000_000_000,
  /** Triangles on the screen: a mesh counts as often as it is placed. */
  drawnTriangles: 30_000_000,
  /** Primitives on the screen: each is at least one draw call. */
  drawnPrimitives: 200_000,
  /** Vertices times morph targets: the viewer keeps them as a texture. */
  morphVertices: 50_000_000,
  imagePixels: 67_108_864,
  imagePixelsTogether: 400_000_000,
  /** Metres from the origin; a scene goes no further. */
  extent: 1_000_000,
} as const;
