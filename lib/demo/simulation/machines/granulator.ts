import { type Fault, noFault, stepFault } from '../fault';
import type { SimulatedMachine } from '../machine';
import { approach, clamp, drift, round } from '../process';

type State = {
  seconds: number;
  product: number;
  inlet: number;
  moisture: number;
  wander: number;
  blocked: Fault;
};

/** One batch: the powder is warmed, sprayed (moist and cool), then dried. Seconds. */
const PHASES = { warm: 240, spray: 780, dry: 1_500 };
const BLOCKED = { everySeconds: 1_500, forSeconds: 120, riseSeconds: 25 };

const phaseOf = (seconds: number): 'warming' | 'spraying' | 'drying' =>
  seconds < PHASES.warm ? 'warming' : seconds < PHASES.spray ? 'spraying' : 'drying';

/** Fluid-bed granulator: product temperature and moisture follow the phase; a blocked filter raises the pressure drop. */
export const granulator: SimulatedMachine<State> = {
  key: 'granulator',
  intervalSeconds: 1,
  start: () => ({ seconds: 300, product: 31, inlet: 58, moisture: 3, wander: 0, blocked: noFault(620) }),
  step: (s, dt, random) => {
    const seconds = (s.seconds + dt) % PHASES.dry;
    const phase = phaseOf(seconds);
    const inlet = approach(s.inlet, phase === 'spraying' ? 62 : 70, 60, dt);
    const target = phase === 'warming' ? 42 : phase === 'spraying' ? 34 : 47;
    const moistureTarget = phase === 'spraying' ? 13 : phase === 'drying' ? 1.8 : 2.5;
    return {
      seconds,
      inlet,
      product: approach(s.product, target, phase === 'drying' ? 220 : 90, dt),
      moisture: approach(s.moisture, moistureTarget, phase === 'spraying' ? 260 : 200, dt),
      wander: drift(s.wander, 0.4, 60, dt, random),
      blocked: stepFault(s.blocked, BLOCKED, dt, random),
    };
  },
  message: (s, random) => ({
    product: {
      temperature: round(s.product + s.wander + 0.08 * random.normal(), 1),
      moisture: round(clamp(s.moisture + 0.06 * random.normal(), 0, 30), 2),
    },
    inlet: {
      temperature: round(s.inlet + 0.3 * random.normal(), 1),
      airflow: Math.round(1_450 - 240 * s.blocked.level + 14 * random.normal()),
    },
    filter_pressure_drop: round(1.9 + 1.7 * s.blocked.level + 0.04 * random.normal(), 2),
    phase: phaseOf(s.seconds),
  }),
};
