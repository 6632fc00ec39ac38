import { startOf } from '@/lib/storable-text';

const NAME_LENGTH_MAX = 80;

/** A file's name without its folder and ending, as people write names: `tablet_press-2.glb` → `tablet press-2`. */
export function assetName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  const words = base
    .replace(/\.(glb|gltf)$/i, '')
    .replace(/[_\s\p{Cc}]+/gu, ' ')
    .trim();
  const name = startOf(words, NAME_LENGTH_MAX).trim();
  return name || 'Model';
}
