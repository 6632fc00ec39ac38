import { type Fault, noFault, stepFault } from '../fault';
import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = { room: number; supply: number; humidity: number; fan: number; wander: number; door: Fault };

/** Someone holds a door open: the overpressure of the clean room falls. */
const DOOR = { everySeconds: 420, forSeconds: 35, riseSeconds: 6 };

/** Air handling of the clean room: overpressure, supply temperature, humidity. */
export const airHandler: SimulatedMachine<State> = {
  key: 'air-handler',
  intervalSeconds: 2,
  start: () => ({ room: 15, supply: 20.5, humidity: 44, fan: 71, wander: 0, door: noFault(130) }),
  step: (s, dt, random) => {
    const door = stepFault(s.door, DOOR, dt, random);
    return {
      door,
      wander: drift(s.wander, 0.35, 45, dt, random),
      room: approach(s.room, 15.2 - 9 * door.level, 8, dt),
      supply: approach(s.supply, 20.2, 200, dt),
      humidity: approach(s.humidity, 43 + 5 * door.level, 120, dt),
      fan: approach(s.fan, 71 + 12 * door.level, 15, dt),
    };
  },
  message: (s, random) => ({
    room_pressure: round(s.room + s.wander + 0.1 * random.normal(), 1),
    supply: {
      temperature: round(s.supply + 0.3 * s.wander, 1),
      humidity: round(s.humidity + 0.2 * random.normal(), 1),
    },
    fan: { speed: round(s.fan + 0.2 * random.normal(), 1), running: true },
    filter_class: 'H14',
  }),
};
