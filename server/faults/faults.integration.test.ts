import { expect, it, vi } from 'vitest';
import { runScenario } from './run-scenario';
import { SCENARIOS } from './scenarios';

// Whole servers are started and killed, on a machine that may be busy. `npm run soak` does the same many times.
vi.setConfig({ testTimeout: 240_000 });

const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);

for (const scenario of SCENARIOS) {
  it(`${scenario.name}: what was acknowledged is there once, of all else all of a request or none (seed ${seed})`, async (context) => {
    const reason = scenario.skip?.();
    if (reason) return context.skip(reason);
    const { acknowledged, messages } = await runScenario(scenario, { rounds: 1, seed });
    expect(acknowledged).toBeGreaterThan(0);
    expect(messages).toBeGreaterThanOrEqual(acknowledged);
  });
}
