import pg from 'pg';
import { expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';
import { makeStoredHistory } from './setup/stored-history';

test('an owner lets a dashboard read by SQL, gives it another password, and switches it off', async ({
  memberPage: page,
  account,
}) => {
  await makeStoredHistory(account, { name: 'Line 1', days: 2 });
  await page.goto('/settings/sql');
  await expect(page.getByRole('region', { name: 'What there is to read' })).toContainText('readings');
  await expectAccessible(page, 'switched off');
  await page.getByRole('button', { name: 'Switch on' }).click();
  const shown = page.getByRole('dialog', { name: 'The password' });
  const password = (await shown.getByTestId('sql-password').textContent()) ?? '';
  await expectAccessible(page, 'the password');
  // A slip beside it loses nothing.
  await page.mouse.click(5, 5);
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'Done' }).click();

  const access = page.getByRole('region', { name: 'Switched on' });
  const fact = (name: string) =>
    access.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  const connect = async (secret: string) => {
    const client = new pg.Client({
      host: (await fact('Host').textContent()) ?? '',
      port: Number(await fact('Port').textContent()),
      database: (await fact('Database').textContent()) ?? '',
      user: (await fact('User').textContent()) ?? '',
      password: secret,
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const dashboard = await connect(password);
  const { rows } = await dashboard.query<{ count: string }>(
    `select count(*) from readings_between(now() - interval '2 days', now(), 'Line 1', 'temperature')`,
  );
  expect(Number(rows[0]?.count)).toBeGreaterThan(100);
  await expectAccessible(page, 'switched on');

  await access.getByRole('button', { name: 'New password' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'New password' }).click();
  const next = (await shown.getByTestId('sql-password').textContent()) ?? '';
  expect(next).not.toBe(password);
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(connect(password)).rejects.toThrow('password authentication failed');
  await (await connect(next)).end();

  await access.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
  await page.goto('/settings/storage');
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText('SQL access switched off');
});
