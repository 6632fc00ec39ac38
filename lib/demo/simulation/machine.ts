import type { Random } from './random';

/** What a machine sends: the body of one POST, but for its time. */
export type MachineMessage = Record<string, unknown>;

/** A simulated machine: state in, state out; no clock and no chance but those it is given. */
export type SimulatedMachine<State> = {
  key: string;
  intervalSeconds: number;
  start: (random: Random) => State;
  step: (state: State, dt: number, random: Random) => State;
  /** `time` in ms: for values that depend on the hour, such as output per hour of the day. */
  message: (state: State, random: Random, time: number) => MachineMessage;
};

/** The same with its state inside, so that machines of different states fit in one list. */
export type RunningMachine = {
  key: string;
  intervalSeconds: number;
  advance: (dt: number, time: number) => MachineMessage;
};

export function run<State>(machine: SimulatedMachine<State>, random: Random): RunningMachine {
  let state = machine.start(random);
  return {
    key: machine.key,
    intervalSeconds: machine.intervalSeconds,
    advance: (dt, time) => {
      state = machine.step(state, dt, random);
      return machine.message(state, random, time);
    },
  };
}
