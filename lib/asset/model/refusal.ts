/**
 * Why a model is refused. The browser has a translated sentence for each (`asset.refusal`); the English one
 * travels in the problem's `detail`.
 */
export const REFUSALS = [
  'empty_file',
  'picture',
  'text_gltf',
  'not_glb',
  'old_version',
  'cut_off',
  'length_mismatch',
  'broken_container',
  'not_json',
  'malformed',
  'unsupported_extension',
  'external_file',
  'broken_reference',
  'too_many',
  'data_missing',
  'data_overrun',
  'too_much_data',
  'node_loop',
  'node_shared',
  'too_deep',
  'too_many_triangles',
  'no_surface',
  'picture_too_large',
  'picture_broken',
  'too_far',
  'invalid',
  'unreadable',
  'too_heavy',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export type RefusalValues = Record<string, string | number>;

/** The model can't be used; the message says why, for the person who uploaded it. */
export class ModelRefusal extends Error {
  override readonly name = 'ModelRefusal';
  readonly reason: RefusalReason;
  readonly values: RefusalValues;

  constructor(reason: RefusalReason, message: string, values: RefusalValues = {}) {
    super(message);
    this.reason = reason;
    this.values = values;
  }
}
