import { type Fault, noFault, stepFault } from '../fault';
import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = {
  sealing: number;
  forming: number;
  rate: number;
  good: number;
  rejected: number;
  wander: number;
  cold: Fault;
};

const COLD = { everySeconds: 700, forSeconds: 80, riseSeconds: 40 };

/** Blister packer: the sealing plate is held at temperature; when it cools, sealing is poor and packs are rejected. */
export const blisterPacker: SimulatedMachine<State> = {
  key: 'blister-packer',
  intervalSeconds: 1,
  start: () => ({
    sealing: 178,
    forming: 118,
    rate: 236,
    good: 11_842,
    rejected: 37,
    wander: 0,
    cold: noFault(240),
  }),
  step: (s, dt, random) => {
    const cold = stepFault(s.cold, COLD, dt, random);
    const wander = drift(s.wander, 0.7, 50, dt, random);
    const packs = (s.rate / 60) * dt;
    const rejectShare = 0.003 + 0.05 * cold.level;
    return {
      cold,
      wander,
      sealing: approach(s.sealing, 184 - 16 * cold.level + wander, 35, dt),
      forming: approach(s.forming, 121, 60, dt),
      rate: approach(s.rate, 240 - 60 * cold.level, 20, dt),
      good: s.good + packs * (1 - rejectShare),
      rejected: s.rejected + packs * rejectShare,
    };
  },
  message: (s, random) => ({
    sealing: { temperature: round(s.sealing + 0.12 * random.normal(), 1) },
    forming: { temperature: round(s.forming + 0.1 * random.normal(), 1) },
    packs: { good: Math.floor(s.good), rejected: Math.floor(s.rejected) },
    blisters_per_minute: Math.round(s.rate + 1.5 * random.normal()),
  }),
};
