import { readDemoFile, writeDemoFile } from '@/lib/demo/demo-file';
import { demoStands, hasAccounts, makeDemo } from '@/lib/demo/make-demo';
import { runSimulator } from '@/lib/demo/simulator';
import { log } from '@/lib/log';

/** What `.data/quickstart.json` holds: everything that one needs to look at the demo, or to script against it. */
export type Quickstart = {
  url: string;
  email: string;
  password: string;
  workspaceId: string;
  datasourceId: string;
  apiKey: string;
  sceneId: string;
  viewerUrl: string;
};

/** The machine that visitors try their own readings on: its simulator seldom speaks. */
const TO_TRY = 'pump';
const SEED = 302;
const HISTORY_SECONDS = 3 * 3_600;

export type DemoOptions = { url: string; port: number; dataFolder: string };

/**
 * Makes the demo twin once (a later start finds it), and starts its simulator. Undefined when there is none: the
 * instance has accounts of its own, or the demo was deleted.
 */
export async function openDemo({ url, port, dataFolder }: DemoOptions): Promise<Quickstart | undefined> {
  let demo = readDemoFile(dataFolder);
  if (!demo) {
    if (await hasAccounts()) return undefined;
    console.log('  Making the demo twin …');
    demo = await makeDemo();
    writeDemoFile(dataFolder, demo);
  } else if (!(await demoStands(demo))) {
    return undefined;
  }
  const toTry = demo.machines[TO_TRY];
  if (!toTry) return undefined;

  const standing = demo;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const apiKeys = Object.fromEntries(
    Object.entries(demo.machines).map(([key, machine]) => [key, machine.apiKey]),
  );
  void runSimulator(
    {
      ingestUrl: `http://127.0.0.1:${port}/api/ingest`,
      apiKeys,
      seed: SEED,
      signal: stop.signal,
      onHistorySent: () => writeDemoFile(dataFolder, { ...standing, historySent: true }),
      onError: (machine, error) => log().warn({ machine, err: error }, 'the demo simulator was not heard'),
    },
    demo.historySent ? 0 : HISTORY_SECONDS,
  ).catch((error: unknown) => log().error({ err: error }, 'the demo simulator ended'));

  return {
    url,
    email: demo.email,
    password: demo.password,
    workspaceId: demo.workspaceId,
    datasourceId: toTry.datasourceId,
    apiKey: toTry.apiKey,
    sceneId: demo.sceneId,
    viewerUrl: new URL(demo.viewerPath, url).href,
  };
}
