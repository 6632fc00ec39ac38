import { describe, expect, it } from 'vitest';
import type { MachineMessage } from './machine';
import { startPlant } from './plant';

/** Runs one machine for some seconds and gives all that it sent. */
function sent(key: string, seconds: number, seed = 1, dt = 1): MachineMessage[] {
  const machine = startPlant(seed).find((m) => m.key === key);
  if (!machine) throw new Error(`no machine ${key}`);
  return Array.from({ length: Math.floor(seconds / dt) }, (_, i) => machine.advance(dt, i * dt * 1_000));
}
const at = (message: MachineMessage, path: string): number =>
  Number(path.split('.').reduce<unknown>((o, key) => (o as Record<string, unknown>)[key], message));
const values = (key: string, path: string, seconds: number, seed = 1): number[] =>
  sent(key, seconds, seed).map((m) => at(m, path));

describe('the demo plant', () => {
  it('is the same for the same seed and another for another', () => {
    expect(sent('tablet-press', 60, 7)).toEqual(sent('tablet-press', 60, 7));
    expect(sent('tablet-press', 60, 7)).not.toEqual(sent('tablet-press', 60, 8));
  });

  it('warms up: the press comes to speed within two minutes', () => {
    const rpm = values('tablet-press', 'turret.rpm', 120);
    expect(rpm[0]).toBeLessThan(10);
    expect(rpm.at(-1)).toBeGreaterThan(58);
  });

  it('goes over its limit of 28 kN and comes back, within ten minutes, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const force = values('tablet-press', 'compression.main', 600, seed);
      const first = force.findIndex((f) => f > 28);
      expect(first).toBeGreaterThan(30);
      expect(first).toBeLessThan(150);
      expect(force.slice(first).some((f) => f < 22)).toBe(true);
    }
  });

  it('sends only finite numbers, texts, booleans and documented structures', () => {
    for (const machine of startPlant(3)) {
      for (let i = 0; i < 400; i++) {
        const body = JSON.stringify(machine.advance(5, i * 5_000));
        expect(body).not.toContain('null');
      }
    }
  });

  it('has labels and values of equal length', () => {
    const output = sent('cartoner', 4).at(-1)?.production_output as {
      machines: unknown[];
      units_per_hour: unknown[];
    };
    expect(output.units_per_hour).toHaveLength(output.machines.length);
  });

  it('drifts alike in small and in large steps', () => {
    const spread = (dt: number) => {
      const all = sent('air-handler', 40_000, 2, dt).map((m) => at(m, 'supply.temperature'));
      const mean = all.reduce((a, b) => a + b, 0) / all.length;
      return Math.sqrt(all.reduce((a, b) => a + (b - mean) ** 2, 0) / all.length);
    };
    expect(spread(10) / spread(1)).toBeGreaterThan(0.7);
    expect(spread(10) / spread(1)).toBeLessThan(1.4);
  });
});
