import type { SimulatedMachine } from '../machine';
import { approach, drift, round } from '../process';

type State = {
  seconds: number;
  speed: number;
  torque: number;
  energyKwh: number;
  fill: number;
  wander: number;
};

const BATCH_SECONDS = 900;
/** Energy of the last 12 hours by hour, drawn as bars: a shift's rhythm with its breaks. */
const RHYTHM = [0.5, 0.7, 1, 1.05, 1.1, 0.9, 0.6, 1, 1.1, 1.08, 0.95, 0.8];

/** Tumble blender: torque falls as the powder mixes; each batch uses energy. */
export const mixer: SimulatedMachine<State> = {
  key: 'mixer',
  intervalSeconds: 1,
  start: () => ({ seconds: 120, speed: 10, torque: 46, energyKwh: 0.4, fill: 68, wander: 0 }),
  step: (s, dt, random) => {
    const seconds = (s.seconds + dt) % BATCH_SECONDS;
    const turning = seconds < BATCH_SECONDS - 150;
    const speed = approach(s.speed, turning ? 12 : 0, 15, dt);
    const torque = approach(s.torque, turning ? 38 + 16 * Math.exp(-seconds / 260) : 2, 20, dt);
    const fresh = seconds < s.seconds;
    return {
      seconds,
      speed,
      torque,
      energyKwh: fresh ? 0 : s.energyKwh + ((torque * speed * 0.105) / 3_600_000) * 1_000 * dt,
      fill: fresh ? 62 + 12 * random.uniform() : s.fill,
      wander: drift(s.wander, 0.6, 30, dt, random),
    };
  },
  message: (s, random, time) => {
    const hour = new Date(time).getUTCHours();
    const hours = RHYTHM.map((_, i) => (hour + 24 - RHYTHM.length + 1 + i) % 24);
    return {
      motor_stats: {
        rpm: round(s.speed + 0.05 * random.normal(), 1),
        vibration: round(0.55 + 0.02 * s.speed + 0.04 * random.normal(), 2),
      },
      torque: round(s.torque + s.wander, 1),
      blend_energy: {
        hours: hours.map((h) => String(h).padStart(2, '0')),
        kwh: hours.map((h) => round((RHYTHM[h % RHYTHM.length] ?? 1) * 2.2, 2)),
      },
      fill_level: round(s.fill, 1),
      batch_progress: Math.round((s.seconds / BATCH_SECONDS) * 100),
    };
  },
};
