import path from 'node:path';
import { writePrivateFile } from '@/lib/demo/demo-file';
import { type DemoOptions, openDemo } from './demo';

export type WelcomeOptions = DemoOptions & { demo: boolean };

/** Tells the person at the terminal where to go and how to sign in, once the demo stands. */
export async function welcome({ demo, ...address }: WelcomeOptions): Promise<void> {
  const { url, dataFolder } = address;
  const quickstart = demo ? await openDemo(address) : undefined;
  if (!quickstart) {
    console.log(`\n  Twinnoverse is running at ${url}\n  Ctrl-C stops it.\n`);
    return;
  }
  const file = path.join(dataFolder, 'quickstart.json');
  writePrivateFile(file, quickstart);
  console.log(`
  Twinnoverse is running at  ${url}
  Sign in with               ${quickstart.email}
  Password                   ${quickstart.password}
  The demo twin              ${quickstart.viewerUrl}

  For scripts, the same with an API key: ${file}
  Ctrl-C stops it.
`);
}
