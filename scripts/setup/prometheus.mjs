import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from './process.mjs';
import { ROOT } from './root.mjs';

const FOLDER = path.join(ROOT, 'node_modules', '.cache', 'prometheus');
const PLACES = ['/usr/bin/prometheus', '/usr/local/bin/prometheus', path.join(FOLDER, 'usr/bin/prometheus')];

/**
 * A real Prometheus for the test that lets one write to us: the one in PROMETHEUS_PATH or of the system, else Debian's
 * package, unpacked beside our packages and not installed, as that would start a service. Without one the test is
 * skipped: it is no tool that anyone needs to have.
 * @returns {Promise<string | undefined>}
 */
export async function providePrometheus() {
  const found = findPrometheus();
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    try {
      await unpackPackage();
    } catch (error) {
      console.error(`The package of Prometheus could not be had: ${error.message}`);
    }
  }
  const unpacked = findPrometheus();
  if (!unpacked)
    console.log(
      'No Prometheus is here: its test is skipped (Debian: "sudo apt-get install prometheus", or set PROMETHEUS_PATH).',
    );
  return unpacked;
}

function findPrometheus() {
  const given = process.env.PROMETHEUS_PATH;
  return (given ? [given] : PLACES).find(runs);
}

async function unpackPackage() {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.chmodSync(FOLDER, 0o777); // apt downloads as a user of its own
  await runProgram('apt-get', ['update', '-qq']);
  await runProgram('sh', [
    '-c',
    `cd '${FOLDER}' && apt-get download -qq prometheus && dpkg-deb -x prometheus_*.deb . && rm prometheus_*.deb`,
  ]);
}

function runs(place) {
  if (!fs.existsSync(place)) return false;
  try {
    execFileSync(place, ['--version'], { timeout: 20_000, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
