import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = { seconds: number; inlet: number; bed: number; rpm: number; wander: number };

const BATCH_SECONDS = 2_400;

/** Film coater: the pan's bed runs cooler than the inlet air, by what the spray evaporates. */
export const coater: SimulatedMachine<State> = {
  key: 'coater',
  intervalSeconds: 1,
  start: () => ({ seconds: 700, inlet: 54, bed: 45, rpm: 8, wander: 0 }),
  step: (s, dt, random) => {
    const seconds = (s.seconds + dt) % BATCH_SECONDS;
    const spraying = seconds > 300 && seconds < 2_000;
    const inlet = approach(s.inlet, spraying ? 55 : 60, 90, dt);
    return {
      seconds,
      inlet,
      bed: approach(s.bed, inlet - (spraying ? 9 : 4), 150, dt),
      rpm: approach(s.rpm, spraying ? 8 : 4, 30, dt),
      wander: drift(s.wander, 0.5, 80, dt, random),
    };
  },
  message: (s, random) => ({
    pan: {
      inlet: round(s.inlet + s.wander + 0.15 * random.normal(), 1),
      bed: round(s.bed + 0.6 * s.wander + 0.1 * random.normal(), 1),
    },
    drum_rpm: round(s.rpm + 0.04 * random.normal(), 1),
    spray_rate: s.seconds > 300 && s.seconds < 2_000 ? Math.round(118 + 3 * random.normal()) : 0,
    exhaust_pressure: round(-28 + 0.8 * random.normal(), 1),
  }),
};
