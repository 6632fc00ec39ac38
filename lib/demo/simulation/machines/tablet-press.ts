import { type Fault, noFault, stepFault } from '../fault';
import type { SimulatedMachine } from '../machine';
import { approach, clamp, drift, round } from '../process';

type State = {
  speed: number;
  force: number;
  wander: number;
  hopper: number;
  bearing: number;
  sticking: Fault;
};

const SETPOINT = { speedRpm: 62, forceKn: 18.5 };
const STATIONS = 27;
/** Sticking punches drive the main force up until the operator relieves them. */
const STICKING = { everySeconds: 300, forSeconds: 75, riseSeconds: 30 };

/** Rotary tablet press: force follows fill depth; friction heats the turret bearing; the hopper empties and is refilled. */
export const tabletPress: SimulatedMachine<State> = {
  key: 'tablet-press',
  intervalSeconds: 1,
  start: () => ({ speed: 0, force: 4, wander: 0, hopper: 82, bearing: 24, sticking: noFault(45) }),
  step: (s, dt, random) => {
    const sticking = stepFault(s.sticking, STICKING, dt, random);
    const speed = approach(s.speed, SETPOINT.speedRpm, 25, dt);
    const wander = drift(s.wander, 0.45, 40, dt, random);
    const force = approach(s.force, SETPOINT.forceKn + 13 * sticking.level + wander, 6, dt);
    const hopper = s.hopper < 18 ? 92 : s.hopper - (speed / SETPOINT.speedRpm) * 0.035 * dt;
    const bearing = approach(s.bearing, 24 + 0.42 * speed + 1.4 * Math.max(0, force - 18), 240, dt);
    return { speed, force, wander, hopper, bearing, sticking };
  },
  message: (s, random) => {
    const tabletsPerHour = s.speed * 60 * STATIONS;
    return {
      compression: {
        main: round(s.force + 0.12 * random.normal(), 2),
        pre: round(s.force * 0.22 + 0.05 * random.normal(), 2),
      },
      turret: {
        rpm: round(s.speed + 0.15 * random.normal(), 1),
        temperature: round(s.bearing + 0.05 * random.normal(), 1),
      },
      output_per_hour: Math.round(tabletsPerHour),
      tablet: {
        weight: round(250 + 1.1 * random.normal() + 4 * s.sticking.level, 1),
        hardness: round(clamp(92 + 2.2 * (s.force - SETPOINT.forceKn) + 1.5 * random.normal(), 40, 180), 1),
      },
      hopper_level: round(s.hopper, 1),
      state: s.speed > 10 ? 'running' : 'starting',
    };
  },
};
