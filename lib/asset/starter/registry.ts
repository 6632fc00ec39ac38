import { airHandler } from './machines/air-handler';
import { blisterPacker } from './machines/blister-packer';
import { cartoner } from './machines/cartoner';
import { coater } from './machines/coater';
import { conveyor } from './machines/conveyor';
import { duct } from './machines/duct';
import { ductBranch } from './machines/duct-branch';
import { electricCabinet } from './machines/electric-cabinet';
import { granulator } from './machines/granulator';
import { mixer } from './machines/mixer';
import { motor } from './machines/motor';
import { pallet } from './machines/pallet';
import { person } from './machines/person';
import { personTablet } from './machines/person-tablet';
import { pipeRack } from './machines/pipe-rack';
import { pump } from './machines/pump';
import { tabletPress } from './machines/tablet-press';
import { tank } from './machines/tank';
import { valve } from './machines/valve';
import { wallBay } from './machines/wall-bay';
import { wallDoorBay } from './machines/wall-door';
import { wallRun } from './machines/wall-run';
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
  airHandler,
  waterTank,
  electricCabinet,
  pipeRack,
  duct,
  ductBranch,
  pump,
  motor,
  tank,
  valve,
  wallRun,
  wallBay,
  wallDoorBay,
  pallet,
  person,
  personTablet,
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
