import { badKey } from './bad-key';
import { badTime } from './bad-time';
import { bareValue } from './bare-value';
import { characterEncoding } from './character-encoding';
import { contentType } from './content-type';
import type { Correction } from './correction';
import { formFields } from './form-fields';
import { impossibleValue } from './impossible-value';
import { jsonSyntax } from './json-syntax';
import { linePrecision } from './line-precision';
import { notANumber } from './not-a-number';
import { packedBody } from './packed-body';
import { repeatedKey } from './repeated-key';
import { tooDeep } from './too-deep';
import { unequalLengths } from './unequal-lengths';

/** In the order in which they are tried: what stands in the way of the others first. */
export const CORRECTIONS: readonly Correction[] = [
  packedBody,
  characterEncoding,
  formFields,
  contentType,
  notANumber,
  jsonSyntax,
  linePrecision,
  bareValue,
  badTime,
  badKey,
  tooDeep,
  repeatedKey,
  impossibleValue,
  unequalLengths,
];
