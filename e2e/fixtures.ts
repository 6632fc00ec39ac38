import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Account, makeAccount, signIn } from './setup/account';
import { type Faults, watchFaults } from './setup/watch-faults';

type Options = {
  /** Faults that belong to the story: `test.use({ expectedFaults: [/status of 404/] })`. */
  expectedFaults: RegExp[];
};

type Fixtures = {
  origin: string;
  /** A person with a workspace of their own, not signed in. */
  account: Account;
  /** The page, with `account` signed in. */
  memberPage: Page;
  /** Signs this test's browser in; without an argument as `account`. */
  login: (account?: Account) => Promise<void>;
  /** A page in another browser, where nobody is signed in. */
  newVisitor: () => Promise<Page>;
  /** Every test that uses `test` fails on what watchFaults notes, in every browser of the story. */
  faults: Faults[];
};

export const test = base.extend<Options & Fixtures>({
  expectedFaults: [[], { option: true }],
  origin: async ({ baseURL }, use) => {
    await use(baseURL ?? '');
  },
  faults: [
    async ({ context, origin, expectedFaults }, use) => {
      const faults = [watchFaults(context, origin, expectedFaults)];
      await use(faults);
      expect(
        faults.flatMap((each) => each.all),
        'the pages work without faults',
      ).toEqual([]);
    },
    { auto: true },
  ],
  account: async ({ faults: _ }, use) => {
    await use(await makeAccount());
  },
  login: async ({ context, account, origin }, use) => {
    await use((who = account) => signIn(context, who, origin));
  },
  memberPage: async ({ page, login }, use) => {
    await login();
    await use(page);
  },
  newVisitor: async ({ browser, faults, origin, expectedFaults }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push(context);
      faults.push(watchFaults(context, origin, expectedFaults));
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export type { Account };
export { expect };
