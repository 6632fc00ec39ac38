import { type RunningMachine, run } from './machine';
import { airHandler } from './machines/air-handler';
import { blisterPacker } from './machines/blister-packer';
import { cartoner } from './machines/cartoner';
import { coater } from './machines/coater';
import { conveyor } from './machines/conveyor';
import { granulator } from './machines/granulator';
import { mixer } from './machines/mixer';
import { pump } from './machines/pump';
import { tabletPress } from './machines/tablet-press';
import { waterSystem } from './machines/water-system';
import { seededRandom } from './random';

/** Every machine of the demo line, each with chance of its own so that adding one changes no other. */
export function startPlant(seed: number): RunningMachine[] {
  let n = 0;
  const random = () => seededRandom(seed + 7_919 * n++);
  return [
    run(mixer, random()),
    run(granulator, random()),
    run(tabletPress, random()),
    run(coater, random()),
    run(blisterPacker, random()),
    run(cartoner, random()),
    run(conveyor, random()),
    run(airHandler, random()),
    run(waterSystem, random()),
    run(pump, random()),
  ];
}
