import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/test-database';
import { makeSender, sendRequest, storedLatest, testRequest } from '../test-sender';
import { exampleText, FORMAT_EXAMPLES } from './examples';

useTestDatabase();

it.each(FORMAT_EXAMPLES)('the example of $id in the documentation works', async (example) => {
  const sender = await makeSender();
  // What one copies is what is sent.
  const [head = '', ...body] = exampleText(example).split('\n\n');
  const headers = Object.fromEntries(
    head
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const answer = await sendRequest(
    testRequest(body.join('\n\n'), { headers: { 'x-api-key': sender.key, ...headers } }),
  );
  expect(answer.body).toBe(`{"accepted":${example.messages},"rejected":0}`);
  expect(Object.keys(await storedLatest(sender))).toEqual(example.dataKeys);
});
