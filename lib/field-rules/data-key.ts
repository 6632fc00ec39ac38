import { hasForbiddenStep, hasUnfitCharacters } from '@/lib/ingest/data-key-rules';
import { KEY_LENGTH_MAX } from '@/lib/ingest/limits';

/** Could a message bring this data key? The rules F5 and F6 of lib/ingest/SPEC.md. */
export function isDataKey(key: string): boolean {
  if (key.length > KEY_LENGTH_MAX || hasUnfitCharacters(key) || hasForbiddenStep(key)) return false;
  return key.split('.').every((name) => name !== '' && name.trim() === name);
}
