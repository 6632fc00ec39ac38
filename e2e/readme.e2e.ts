import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { expect, test } from './fixtures';

/** Shell blocks of the README, without the indentation of the list they stand in. */
function shellBlocks(): string[] {
  const text = fs.readFileSync('README.md', 'utf8');
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

test('the command of the README sends a reading', async ({ account, origin }) => {
  const { apiKey } = await createDatasource(account.caller, {
    type: 'api_ingest',
    name: 'From the README',
    description: '',
  });
  const command = shellBlocks().find((block) => block.includes('curl'));
  if (!command || !apiKey) throw new Error('no command or no key');
  const script = command.replace('the key you copied', apiKey.key).replace('http://localhost:3000', origin);
  const { stdout } = await promisify(execFile)('sh', ['-c', script]);
  expect(JSON.parse(stdout)).toEqual({ accepted: 1, rejected: 0 });
});
