import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = { temperature: number; rpm: number; wander: number };

/** Transfer pump for those who try the product: it speaks only once a minute, so that what one sends oneself stays in sight. */
export const pump: SimulatedMachine<State> = {
  key: 'pump',
  intervalSeconds: 60,
  start: () => ({ temperature: 38, rpm: 1_480, wander: 0 }),
  step: (s, dt, random) => {
    const wander = drift(s.wander, 0.8, 600, dt, random);
    return { wander, temperature: approach(s.temperature, 41 + wander, 300, dt), rpm: 1_485 + 4 * wander };
  },
  message: (s, random) => ({
    temperature: round(s.temperature + 0.1 * random.normal(), 1),
    motor_stats: { rpm: Math.round(s.rpm), vibration: round(0.75 + 0.03 * random.normal(), 2) },
  }),
};
