import { blisterPacker } from './machines/blister-packer';
import { cartoner } from './machines/cartoner';
import { coater } from './machines/coater';
import { conveyor } from './machines/conveyor';
import { electricCabinet } from './machines/electric-cabinet';
import { granulator } from './machines/granulator';
import { mixer } from './machines/mixer';
import { tabletPress } from './machines/tablet-press';
import { waterTank } from './machines/water-tank';
import type { StarterDefinition } from './starter-definition';

const definitions = [
  mixer,
  granulator,
  tabletPress,
  coater,
  blisterPacker,
  cartoner,
  conveyor,
  waterTank,
  electricCabinet,
] as const satisfies readonly StarterDefinition[];

export type StarterKind = (typeof definitions)[number]['kind'];

/** Keeps definitions by kind; two of one kind are a mistake in the code, told at start. */
export function registerStarters(list: readonly StarterDefinition[]): ReadonlyMap<string, StarterDefinition> {
  const byKind = new Map<string, StarterDefinition>();
  for (const definition of list) {
    if (byKind.has(definition.kind)) throw new Error(`There are two starters of kind "${definition.kind}".`);
    byKind.set(definition.kind, definition);
  }
  return byKind;
}

const byKind = registerStarters(definitions);

/** All machines of the starter library, in the order in which they are shown. */
export const STARTERS: readonly StarterDefinition[] = definitions;

export const findStarter = (kind: string): StarterDefinition | undefined => byKind.get(kind);
