import fs from 'node:fs';
import path from 'node:path';
import { provideChromium } from './setup/chromium.mjs';
import { freePort } from './setup/free-port.mjs';
import { buildPages, prepare } from './setup/prepare.mjs';
import { runProgram } from './setup/process.mjs';
import { providePrometheus } from './setup/prometheus.mjs';
import { ROOT } from './setup/root.mjs';
import { command, stage } from './setup/stage.mjs';

// `npm test`: sets up what the tests need, runs all of them whatever fails, and ends with `N passed, N failed`.
const RESULTS = path.join(ROOT, '.test');

await command(async () => {
  const begun = Date.now();
  await prepare();
  const { check } = await import('./check/all.mjs'); // its imports are installed only now
  fs.rmSync(RESULTS, { recursive: true, force: true });
  fs.mkdirSync(RESULTS, { recursive: true });

  const parts = [
    ['Check', check],
    ['Unit and integration tests', vitest],
    ['Browser tests', playwright],
  ];
  const total = { passed: 0, failed: 0 };
  for (const [name, run] of parts) {
    const { passed, failed } = await run().catch((error) => {
      console.error(error);
      return { passed: 0, failed: 1 }; // what could not be run has not passed
    });
    console.log(`${name}: ${passed} passed, ${failed} failed\n`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${Math.round((Date.now() - begun) / 1000)} s in all`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
});

async function vitest() {
  const prometheus = await stage('Find Prometheus', providePrometheus);
  const report = path.join(RESULTS, 'vitest.json');
  const code = await stage('Unit and integration tests', () =>
    runProgram(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { PROMETHEUS_PATH: prometheus },
    ),
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'));
  // A file that can't even be loaded has no tests to count.
  return honest(code, numPassedTests, numFailedTests || numFailedTestSuites);
}

async function playwright() {
  const chromium = await stage('Find Chromium', provideChromium);
  await buildPages();
  const report = path.join(RESULTS, 'playwright.json');
  const code = await stage('Browser tests', async () =>
    runProgram(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
      CHROMIUM_PATH: chromium,
      E2E_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }),
  );
  const { stats, errors } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return honest(code, stats.expected, stats.unexpected + stats.flaky + errors.length);
}

/** A tool that says it failed has failed, even if it counts nothing. */
function honest(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
