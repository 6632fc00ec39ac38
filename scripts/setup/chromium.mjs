import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { runProgram } from './process.mjs';
import { SetupError } from './stage.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the browser tests: the one in CHROMIUM_PATH, one of the system, or Playwright's own.
 * @returns {string | undefined}
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new SetupError(`CHROMIUM_PATH=${given} does not run: correct it, or leave it out.`);
  }
  return [...USUAL_PLACES, playwrightsOwn()].find((place) => place && runs(place));
}

/** Finds a Chromium, or gets one: from the system's packages as root, else Playwright's own. */
export async function provideChromium() {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && fs.existsSync('/usr/bin/apt-get')) {
    await runProgram('apt-get', ['update', '-qq']);
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  }
  if (!findChromium()) {
    const cli = 'node_modules/@playwright/test/cli.js';
    await runProgram(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new SetupError(
    'The browser tests need Chromium, and it could not be installed: install it (Debian: "sudo apt-get install chromium"), or set CHROMIUM_PATH to one.',
  );
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined; // the packages are not installed yet
  }
}

/** It must really run: Ubuntu's `chromium-browser` may be a shell script that only asks for a snap. */
function runs(place) {
  if (!fs.existsSync(place)) return false;
  try {
    const said = execFileSync(place, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /Chrom/.test(said);
  } catch {
    return false;
  }
}
