import { type ValidationOptions, validateBytes } from 'gltf-validator';
import { z } from 'zod';
import { ModelRefusal } from './refusal';

/**
 * What the validator calls an error but no viewer stumbles over, and common exporters write: normals a little off
 * unit length, bounds that do not match (we compute our own), empty lists, hints for the graphics card.
 */
const HARMLESS = [
  'ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION',
  'ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND',
  'ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND',
  'ACCESSOR_INVALID_SIGN',
  'ACCESSOR_JOINTS_INDEX_DUPLICATE',
  'ACCESSOR_MAX_MISMATCH',
  'ACCESSOR_MIN_MISMATCH',
  'ACCESSOR_NON_CLAMPED',
  'ACCESSOR_USAGE_OVERRIDE',
  'ACCESSOR_VECTOR3_NON_UNIT',
  'ACCESSOR_WEIGHTS_NON_NORMALIZED',
  'BUFFER_VIEW_TARGET_OVERRIDE',
  'EMPTY_ENTITY',
  'IMAGE_MIME_TYPE_INVALID',
  'MESH_PRIMITIVE_NO_TANGENT_SPACE',
  'NON_REQUIRED_EXTENSION',
  'ROTATION_NON_UNIT',
  'UNUSED_EXTENSION_REQUIRED',
];
const WARNING = 1;
const ERROR = 0;
const SHOWN_MAX = 3;

const OPTIONS: ValidationOptions = {
  format: 'glb',
  // A model with more is refused all the same; without a bound each broken vertex would be a line.
  maxIssues: 1_000,
  writeTimestamp: false,
  severityOverrides: Object.fromEntries(HARMLESS.map((code) => [code, WARNING])),
};

const reportSchema = z.object({
  issues: z.object({
    numErrors: z.number(),
    messages: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        severity: z.number(),
        pointer: z.string().optional(),
      }),
    ),
  }),
});

/**
 * Khronos's validator must find no error that matters. Call it after the guard: deep nesting overflows its stack.
 *
 * @throws ModelRefusal with the first errors
 */
export async function validateModel(file: Uint8Array): Promise<void> {
  const { issues } = reportSchema.parse(await validateBytes(file, OPTIONS));
  if (issues.numErrors === 0) return;
  const shown = issues.messages
    .filter((issue) => issue.severity === ERROR)
    .slice(0, SHOWN_MAX)
    .map(({ message, pointer }) => (pointer ? `${pointer}: ${message}` : message))
    .join(' ');
  throw new ModelRefusal(
    'invalid',
    `The model breaks the glTF rules in ${issues.numErrors} places. ${shown}`,
    {
      count: issues.numErrors,
      shown,
    },
  );
}
