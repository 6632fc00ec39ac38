import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = { rate: number; good: number; rejected: number; wander: number };

const LANES = ['Lane 1', 'Lane 2', 'Lane 3', 'Lane 4'];

/** Cartoner: counts good and rejected cartons of the shift, and what each lane makes an hour. */
export const cartoner: SimulatedMachine<State> = {
  key: 'cartoner',
  intervalSeconds: 2,
  start: () => ({ rate: 92, good: 11_610, rejected: 34, wander: 0 }),
  step: (s, dt, random) => ({
    rate: approach(s.rate, 96 + s.wander, 25, dt),
    wander: drift(s.wander, 3, 60, dt, random),
    good: s.good + (s.rate / 60) * dt * 0.997,
    rejected: s.rejected + (s.rate / 60) * dt * 0.003,
  }),
  message: (s, random) => ({
    cartons: { good: Math.floor(s.good), rejected: Math.floor(s.rejected) },
    cartons_per_minute: round(s.rate, 1),
    production_output: {
      machines: LANES,
      units_per_hour: LANES.map((_, lane) =>
        Math.round((s.rate * 60) / 4 + 22 * Math.sin(lane * 1.7) + 9 * random.normal()),
      ),
    },
  }),
};
