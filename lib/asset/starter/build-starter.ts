import { type Part, walk } from './kit/part';
import { findStarter } from './registry';
import type { StarterDefinition } from './starter-definition';
import { writeGlb } from './write-glb';

interface BuiltStarter {
  readonly definition: StarterDefinition;
  readonly glb: Uint8Array;
  /** Names of the parts, outermost first; the first is the machine itself. */
  readonly partNames: readonly string[];
}

/** Makes the model of a starter: the bytes to store as an asset. */
export async function buildStarter(kind: string): Promise<BuiltStarter> {
  const definition = findStarter(kind);
  if (!definition) throw new Error(`There is no starter of kind "${kind}".`);
  const machine: Part = definition.build();
  return {
    definition,
    glb: await writeGlb(machine),
    partNames: [...walk(machine)].map((part) => part.name),
  };
}
