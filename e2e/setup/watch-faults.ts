import type { BrowserContext } from '@playwright/test';

export type Faults = { all: string[] };

/**
 * Notes what a good page never does, whatever the story: an error on the console, an exception that nobody
 * caught, a request to anyone but us.
 */
export function watchFaults(context: BrowserContext, origin: string, expected: RegExp[]): Faults {
  const faults: Faults = { all: [] };
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.all.push(fault);
  };
  const { host } = new URL(origin);
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (event) => note(`exception: ${event.error().stack ?? event.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.host !== host) note(`foreign request: ${request.url()}`);
  });
  return faults;
}
