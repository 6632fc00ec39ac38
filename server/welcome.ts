import fs from 'node:fs';
import path from 'node:path';
import { openDemo, type Quickstart } from './demo';

export type WelcomeOptions = { url: string; dataFolder: string; demo: boolean };

/** Tells the person at the terminal where to go and how to sign in, once the demo stands. */
export async function welcome({ url, dataFolder, demo }: WelcomeOptions): Promise<void> {
  const quickstart = demo ? await openDemo(url, dataFolder) : undefined;
  if (!quickstart) {
    console.log(`\n  Twinnoverse is running at ${url}\n  Ctrl-C stops it.\n`);
    return;
  }
  const file = path.join(dataFolder, 'quickstart.json');
  writePrivately(file, quickstart);
  console.log(`
  Twinnoverse is running at  ${url}
  Sign in with               ${quickstart.email}
  Password                   ${quickstart.password}
  The demo twin              ${quickstart.viewerUrl}

  For scripts, the same with an API key: ${file}
  Ctrl-C stops it.
`);
}

/** It holds a password and a key: only its owner may read it, from the first byte on. */
function writePrivately(file: string, content: Quickstart): void {
  const unfinished = `${file}.new`;
  fs.rmSync(unfinished, { force: true });
  fs.writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  fs.renameSync(unfinished, file);
}
