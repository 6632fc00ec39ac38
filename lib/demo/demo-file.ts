import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * What the demo must remember between two starts, as a gateway would in its own configuration: the account it made and
 * the keys of its machines, which the server itself knows only as hashes. Readable by its owner only.
 */
const demoFileSchema = z.object({
  email: z.string(),
  password: z.string(),
  workspaceId: z.string(),
  sceneId: z.string(),
  viewerPath: z.string(),
  /** Whether the machines' past has arrived whole; until then each start sends it again. */
  historySent: z.boolean().default(false),
  /** By the machine's key in the template and the simulator. */
  machines: z.record(z.string(), z.object({ datasourceId: z.string(), apiKey: z.string() })),
});
export type DemoFile = z.infer<typeof demoFileSchema>;

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'demo.json');

/** Undefined when no demo was made in this folder. */
export function readDemoFile(dataFolder: string): DemoFile | undefined {
  let text: string;
  try {
    text = fs.readFileSync(fileIn(dataFolder), 'utf8');
  } catch {
    return undefined;
  }
  return demoFileSchema.parse(JSON.parse(text));
}

/** Replaces a file at once and whole; only its owner may read it, from the first byte on. */
export function writePrivateFile(file: string, content: unknown): void {
  const unfinished = `${file}.new`;
  fs.rmSync(unfinished, { force: true });
  fs.writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  fs.renameSync(unfinished, file);
}

export const writeDemoFile = (dataFolder: string, demo: DemoFile): void =>
  writePrivateFile(fileIn(dataFolder), demo);
