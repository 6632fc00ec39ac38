import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = { level: number; conductivity: number; temperature: number; wander: number };

/** Purified-water tank and loop: level follows demand and make-up, conductivity stays far under 1.3 µS/cm. */
export const waterSystem: SimulatedMachine<State> = {
  key: 'water-tank',
  intervalSeconds: 5,
  start: () => ({ level: 71, conductivity: 0.61, temperature: 79.5, wander: 0 }),
  step: (s, dt, random) => {
    const wander = drift(s.wander, 0.05, 300, dt, random);
    return {
      wander,
      level: approach(s.level, 70 + 160 * wander, 400, dt),
      conductivity: approach(s.conductivity, 0.61 + wander, 120, dt),
      temperature: approach(s.temperature, 80, 300, dt),
    };
  },
  message: (s, random) => ({
    level: round(s.level, 1),
    conductivity: round(s.conductivity + 0.004 * random.normal(), 3),
    loop: {
      temperature: round(s.temperature + 0.05 * random.normal(), 1),
      flow: round(2.4 + 0.05 * random.normal(), 2),
    },
  }),
};
