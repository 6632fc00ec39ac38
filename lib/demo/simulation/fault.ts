import type { Random } from './random';

/** A fault comes by chance, lasts a while, goes. `level` eases between 0 (none) and 1 (full). */
export type Fault = { level: number; secondsLeft: number; secondsToNext: number };
export type FaultCourse = {
  /** Mean seconds from the end of one to the start of the next. */
  everySeconds: number;
  forSeconds: number;
  /** Seconds from nothing to full and back. */
  riseSeconds: number;
};

export const noFault = (firstAfterSeconds: number): Fault => ({
  level: 0,
  secondsLeft: 0,
  secondsToNext: firstAfterSeconds,
});

export function stepFault(fault: Fault, course: FaultCourse, dt: number, random: Random): Fault {
  const active = fault.secondsLeft > 0;
  const change = dt / course.riseSeconds;
  const level = Math.min(1, Math.max(0, fault.level + (active ? change : -change)));
  if (active) {
    const secondsLeft = fault.secondsLeft - dt;
    const pause = course.everySeconds * (0.6 + 0.8 * random.uniform());
    return secondsLeft > 0
      ? { level, secondsLeft, secondsToNext: 0 }
      : { level, secondsLeft: 0, secondsToNext: pause };
  }
  const secondsToNext = fault.secondsToNext - dt;
  if (secondsToNext > 0) return { level, secondsLeft: 0, secondsToNext };
  return { level, secondsLeft: course.forSeconds * (0.7 + 0.6 * random.uniform()), secondsToNext: 0 };
}
