import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

process.env.E2E_PORT ??= '3210';
const url = `http://localhost:${process.env.E2E_PORT}`;
const chromium =
  process.env.CHROMIUM_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/**
 * Stories in a real browser, against a production build with an empty database of its own (e2e/setup/serve.mjs).
 * `E2E_MODE=development npx playwright test e2e/some.e2e.ts` needs no build, for writing one.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1, // WebGL without a graphics card takes all of a processor
  retries: 0, // a test that passes at the second try hides a fault
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000, // two cores draw 3D without a graphics card, and serve, and store
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // The browser itself must not call home either: a name that is not ours does not resolve.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
        ...[
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
      grepInvert: /@phone/,
    },
    // Stories that are about small screens say @phone in their title.
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }, grep: /@phone/ },
  ],
  webServer: {
    command: 'node e2e/setup/serve.mjs',
    url: `${url}/api/health/ready`,
    timeout: 600_000, // builds the pages first if they are out of date
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 6_000 },
  },
});
