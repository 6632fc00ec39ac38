import { prisma } from '@/lib/database';
import { expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';
import { makeStoredHistory } from './setup/stored-history';

test('an owner sees what is stored, keeps less of it after a question, and finds it written down', async ({
  memberPage: page,
  account,
}) => {
  await makeStoredHistory(account, { name: 'Tablet press P-2', days: 30 });
  await makeStoredHistory(account, { name: 'Cold store 3', days: 5 });
  await page.goto('/settings');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Datasources' });
  await expect(table.getByRole('row').nth(1)).toContainText('Tablet press P-2');
  await expect(page.getByText('No cap is set')).toBeVisible();
  await expectAccessible(page, 'storage');

  // By name, and back.
  await table.getByRole('button', { name: 'Datasource' }).click();
  await expect(table.getByRole('row').nth(1)).toContainText('Cold store 3');

  const kept = page.getByRole('region', { name: 'What is kept' });
  await kept.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is kept' });
  await dialog.getByRole('radio', { name: 'For some days' }).click();
  await dialog.getByLabel('Days').fill('7');
  await expectAccessible(page, 'the dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('alertdialog', { name: 'Drop what is older?' });
  await expect(question).toContainText(/[\d,]{5,} readings of days before/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await question.getByRole('button', { name: 'Save and drop' }).click();
  await expect(kept).toContainText('7 days');
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText(
    'Readings of the workspace kept: 7 days',
  );

  // One of them is kept for ever all the same: nothing is lost by that, so nothing is asked.
  await table.getByRole('button', { name: 'Actions for Tablet press P-2' }).click();
  await page.getByRole('menuitem', { name: 'Change what is kept' }).click();
  const own = page.getByRole('dialog', { name: 'What is kept of Tablet press P-2' });
  await own.getByRole('radio', { name: 'Its own' }).click();
  await own.getByRole('radio', { name: 'For ever', exact: true }).first().click();
  await own.getByRole('button', { name: 'Save' }).click();
  await expect(table.getByRole('row').filter({ hasText: 'Tablet press P-2' })).toContainText(
    'for ever · own',
  );
  await expect(table.getByRole('row').filter({ hasText: 'Cold store 3' })).toContainText('7 days');
});

test('the overview says that a cap is near; who may not change it sees it all the same', async ({
  memberPage: page,
  account,
}) => {
  await makeStoredHistory(account, { name: 'Tablet press P-2', days: 3 });
  await prisma().workspace.update({
    where: { id: account.caller.workspaceId },
    data: { storageBytesMax: 10n },
  });
  await prisma().membership.updateMany({
    where: { userId: account.caller.userId },
    data: { role: 'viewer' },
  });
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'The cap of' })).toBeVisible();
  await page.getByRole('link', { name: 'Open storage' }).click();
  await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
  await expect(page.getByText('Owners of the workspace change this.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'What was done' })).toBeHidden();
});
