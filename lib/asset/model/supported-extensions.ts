/**
 * Extensions that a model may *require*. The viewer's loader (components/stage/model/load-model.ts) shows each of
 * them; one that is only used, not required, has a fallback in the file and is never a reason to refuse.
 */
export const SUPPORTED_EXTENSIONS: ReadonlySet<string> = new Set([
  'EXT_mesh_gpu_instancing',
  'EXT_meshopt_compression',
  'EXT_texture_avif',
  'EXT_texture_webp',
  'KHR_lights_punctual',
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_dispersion',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_iridescence',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_variants',
  'KHR_materials_volume',
  'KHR_mesh_quantization',
  'KHR_texture_transform',
]);

/** Extensions that the loader insists on as soon as a file *uses* them, whatever fallback it has. */
export const INSISTED_EXTENSIONS: readonly string[] = ['KHR_draco_mesh_compression'];
