import { closeDatabase } from '@/lib/database';
import { makeSender } from '@/lib/ingest/test-sender';
import { type Checked, checkStored } from './check-stored';
import { Instance } from './instance';
import { Load } from './load';
import { Random } from './random';
import type { FaultContext, Scenario } from './scenario';

export type RunOptions = {
  rounds: number;
  seed: number;
  onRound?: (round: number, load: Load) => void;
};

export type RunOutcome = Checked & { answers: Record<string, number> };

const ACKNOWLEDGED_MS_MAX = 60_000;

/**
 * Lets something go wrong, again and again, while messages come in; after each round the server works again, and after
 * the last one the database holds what it should. @throws Error when it does not
 */
export async function runScenario(
  scenario: Scenario,
  { rounds, seed, onRound }: RunOptions,
): Promise<RunOutcome> {
  const random = new Random(seed);
  const instance = await Instance.start(scenario.environment, scenario.makeDataFolder?.());
  try {
    const sender = await makeSender();
    const load = new Load({
      url: () => instance.anyUrl(random),
      key: sender.key,
      random,
      ...(scenario.daysBack ? { daysBack: scenario.daysBack } : {}),
    });
    const context: FaultContext = { instance, load, random };
    try {
      await works(context);
      for (let round = 1; round <= rounds; round++) {
        await scenario.round(context);
        await works(context);
        onRound?.(round, load);
      }
    } finally {
      await load.stop();
    }
    await closeDatabase(); // its connections were killed too
    await checkStored(sender, load.sent);
    await scenario.finish?.(context);
    const checked = await checkStored(sender, load.sent);
    return { ...checked, answers: Object.fromEntries([...load.answers].sort()) };
  } finally {
    await instance.stop();
    scenario.cleanUp?.();
  }
}

/** The server takes messages. */
async function works({ load }: FaultContext): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Nothing was acknowledged for ${ACKNOWLEDGED_MS_MAX / 1000} s.`)),
      ACKNOWLEDGED_MS_MAX,
    );
  });
  await Promise.race([load.nextAcknowledgement(), late]).finally(() => clearTimeout(timer));
}
