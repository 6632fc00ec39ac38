import type { StarterDefinition } from '@/lib/asset/starter/starter-definition';

/** What the page knows of a machine of the starter library: all but how it is made, which stays on the server. */
export type StarterInfo = Pick<
  StarterDefinition,
  'kind' | 'labelKey' | 'descriptionKey' | 'category' | 'dimensions'
>;

export const starterInfo = ({
  kind,
  labelKey,
  descriptionKey,
  category,
  dimensions,
}: StarterDefinition): StarterInfo => ({
  kind,
  labelKey,
  descriptionKey,
  category,
  dimensions,
});

export const starterPicture = (kind: string): string => `/starter/${kind}.webp`;

/** Categories in the order in which they first occur, each with its machines. */
export function byCategory(starters: readonly StarterInfo[]): [StarterInfo['category'], StarterInfo[]][] {
  const groups = new Map<StarterInfo['category'], StarterInfo[]>();
  for (const starter of starters)
    groups.set(starter.category, [...(groups.get(starter.category) ?? []), starter]);
  return [...groups];
}
