import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const freshEmail = () => `${crypto.randomUUID().slice(0, 8)}@plant.example`;

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    what,
  ).toEqual([]);
}

test('a new person makes an account, lands in an empty workspace, signs out and in again', async ({
  page,
}) => {
  const email = freshEmail();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Create one' }).click();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Enter an e-mail address')).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeFocused();

  await page.getByLabel('Your name').fill('Karim Haddad');
  await page.getByLabel('Workspace', { exact: true }).fill('Boiler house');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();

  await expect(page.getByRole('heading', { name: 'Welcome to Twinnoverse' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create a datasource' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Boiler house' })).toBeVisible();

  await page.getByRole('button', { name: 'Karim Haddad' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings/);
  await fillSignIn(page, email.toUpperCase(), 'a long enough password');
  await expect(page).toHaveURL(/\/settings$/);
});

test('a wrong password and an unknown account get the same answer; five are too many', async ({
  page,
  account,
}) => {
  await page.goto('/sign-in');
  await fillSignIn(page, freshEmail(), 'whatever it may be');
  const answer = page.getByRole('alert').filter({ hasText: 'E-mail or password is wrong.' });
  await expect(answer).toBeVisible();
  for (let i = 0; i < 5; i++) {
    await page.reload();
    await fillSignIn(page, account.email, `wrong ${i}`);
    await expect(answer).toBeVisible();
  }
  await page.reload();
  await fillSignIn(page, account.email, account.password);
  await expect(page.getByText(/Too many tries\. Wait 1\d minutes/)).toBeVisible();
});

test('an e-mail that is taken makes no second account', async ({ page, account }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Someone else');
  await page.getByLabel('Workspace', { exact: true }).fill('Elsewhere');
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('No account could be made with this e-mail')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-up$/);
});

test('changing the password ends the session in another browser, not this one', async ({
  memberPage,
  newVisitor,
  account,
}) => {
  const other = await newVisitor();
  await other.goto('/sign-in?next=/settings');
  await fillSignIn(other, account.email, account.password);
  await expect(other).toHaveURL(/\/settings$/);

  await memberPage.goto('/settings');
  await memberPage.getByLabel('Current password').fill('not this one');
  await memberPage.getByLabel('New password').fill('an even longer password');
  await memberPage.getByRole('button', { name: 'Change password' }).click();
  await expect(memberPage.getByText('This is not your password.')).toBeVisible();
  await memberPage.getByLabel('Current password').fill(account.password);
  await memberPage.getByRole('button', { name: 'Change password' }).click();
  await expect(memberPage.getByText('Password changed', { exact: true })).toBeVisible();

  await memberPage.reload();
  await expect(memberPage).toHaveURL(/\/settings$/);
  await other.goto('/settings');
  await expect(other).toHaveURL(/\/sign-in/);
  await fillSignIn(other, account.email, account.password);
  await expect(other.getByText('E-mail or password is wrong.')).toBeVisible();
  await fillSignIn(other, account.email, 'an even longer password');
  await expect(other).toHaveURL(/\/settings$/);
});

test('a name and the name of the workspace change where they are shown', async ({ memberPage: page }) => {
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('Ada Meyer-Rahal');
  await page.locator('#profile').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Ada Meyer-Rahal' })).toBeVisible();
  await page.getByLabel('Name of the workspace').fill('Works 4');
  await page.locator('#workspace').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Works 4' })).toBeVisible();
});

test('an account is deleted only with its password, and is gone then', async ({
  memberPage: page,
  account,
}) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('Works 3')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill('not this one');
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill(account.password);
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await fillSignIn(page, account.email, account.password);
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
});

test('language and theme change at once and stay', async ({ memberPage: page }) => {
  await page.goto('/settings');
  const html = page.locator('html');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Name', { exact: true }).fill('Half typed');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'العربية' }).click();
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1, name: 'الإعدادات' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'الاسم', exact: true })).toHaveValue('Half typed');

  await page.goto('/');
  await expect(html).toHaveAttribute('lang', 'ar');
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('the theme of the system is there before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('Ctrl K finds a page by its name', async ({ memberPage: page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search or jump to' });
  await search.fill('sett');
  await search.press('Enter');
  await expect(page).toHaveURL(/\/settings$/);
});

test('each error code has its place in the documentation, for strangers too', async ({ page }) => {
  await page.goto('/docs/errors#unequal_lengths');
  await expect(page.getByRole('heading', { name: 'unequal_lengths' })).toBeInViewport();
  await page.getByRole('link', { name: 'First live scene in 5 minutes' }).click();
  await expect(page.getByText('/api/ingest/dsr_…')).toBeVisible();
});

test.describe('an address that leads nowhere', () => {
  test.use({ expectedFaults: [/status of 404/] });
  test('says so, and leads back', async ({ memberPage: page }) => {
    await page.goto('/nothing/here');
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await expect(page).toHaveURL(/\/$/);
  });
});

test('pages keep to WCAG 2.2 AA, in light, dark and Arabic', async ({ page, login, context, origin }) => {
  test.slow();
  for (const path of ['/sign-in', '/sign-up', '/docs', '/docs/ingest', '/docs/errors']) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
  await login();
  for (const [theme, locale] of [
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const) {
    await context.addCookies([
      { name: 'tw_theme', value: theme, url: origin },
      { name: 'tw_locale', value: locale, url: origin },
    ]);
    for (const path of ['/', '/settings']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, `${path} in ${theme}, ${locale}`);
    }
  }
});

test('on a phone the tab bar and the sheet lead everywhere @phone', async ({ memberPage: page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Twinnoverse' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectAccessible(page, 'overview on a phone');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways).toBe(false);
});
