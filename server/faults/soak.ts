import { runScenario } from './run-scenario';
import { SCENARIOS } from './scenarios';

export type SoakOptions = { names: string[]; rounds: number; seed: number };

/** `npm run soak`: every scenario, or those that are named, many rounds. Answers how many failed. */
export async function soak({ names, rounds, seed }: SoakOptions): Promise<number> {
  let failed = 0;
  for (const scenario of SCENARIOS) {
    if (names.length > 0 && !names.includes(scenario.name)) continue;
    const reason = scenario.skip?.();
    if (reason) {
      console.log(`${scenario.name}: left out: ${reason}`);
      continue;
    }
    const begun = Date.now();
    try {
      const { requests, acknowledged, storedUnacknowledged, messages, answers } = await runScenario(
        scenario,
        {
          rounds,
          seed,
          onRound: (round, load) =>
            console.log(`${scenario.name}: round ${round} of ${rounds}, ${load.acknowledged} acknowledged`),
        },
      );
      console.log(
        `${scenario.name}: ${rounds} rounds, seed ${seed}, ${Math.round((Date.now() - begun) / 1000)} s: of ${requests} requests ${acknowledged} were acknowledged, none lost, none twice, none in part; ${storedUnacknowledged} were stored and not acknowledged; ${messages} messages; answers ${JSON.stringify(answers)}`,
      );
    } catch (error) {
      failed += 1;
      console.error(`${scenario.name}: FAILED, seed ${seed}`, error);
    }
  }
  return failed;
}
