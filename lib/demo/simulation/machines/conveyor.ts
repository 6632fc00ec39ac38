import type { SimulatedMachine } from '../machine';
import { approach, clamp, drift, round } from '../process';

type State = { speed: number; load: number; wander: number };

/** Outfeed conveyor: current follows load; the load comes in waves from the cartoner. */
export const conveyor: SimulatedMachine<State> = {
  key: 'conveyor',
  intervalSeconds: 2,
  start: () => ({ speed: 0, load: 40, wander: 0 }),
  step: (s, dt, random) => ({
    speed: approach(s.speed, 0.45, 8, dt),
    load: clamp(approach(s.load, 46 + 14 * random.normal(), 12, dt), 0, 100),
    wander: drift(s.wander, 0.01, 30, dt, random),
  }),
  message: (s, random) => ({
    belt_speed: round(s.speed + s.wander, 2),
    load: Math.round(s.load),
    motor: { current: round(1.1 + 0.012 * s.load + 0.02 * random.normal(), 2), running: s.speed > 0.05 },
  }),
};
