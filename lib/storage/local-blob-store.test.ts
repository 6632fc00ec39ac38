import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalBlobStore } from './local-blob-store';

let folder: string;
let store: LocalBlobStore;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-blobs-'));
  store = new LocalBlobStore(folder);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

const filesLeft = (): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const text = async (stream: ReadableStream<Uint8Array>): Promise<string> => new Response(stream).text();

describe('LocalBlobStore', () => {
  it('stores content under its hash, once, and gives it back whole or in part', async () => {
    const hash = createHash('sha256').update('hello world').digest('hex');
    for (let i = 0; i < 2; i++)
      await store.put(await store.stage(chunks('hello', ' world'), { bytesMax: 100 }));
    const twice = await store.stage(chunks('hello world'), { bytesMax: 100 });
    await store.put(twice);
    await store.put(twice);
    expect(filesLeft()).toEqual([hash]);
    expect(await store.stat(hash)).toEqual({ bytes: 11 });
    expect(await text(await store.get(hash))).toBe('hello world');
    expect(await text(await store.get(hash, { start: 6, end: 8 }))).toBe('wor');
    await store.delete(hash);
    expect(await store.stat(hash)).toBeNull();
    expect(filesLeft()).toEqual([]);
  });

  it('refuses one byte too many, and leaves nothing', async () => {
    await expect(store.stage(chunks('12345', '6'), { bytesMax: 5 })).rejects.toMatchObject({
      code: 'too_large',
    });
    expect((await store.stage(chunks('12345'), { bytesMax: 5 })).bytes).toBe(5);
    expect(filesLeft()).toHaveLength(1);
  });

  it('leaves nothing of what was discarded, broke off or was cancelled', async () => {
    await store.discard(await store.stage(chunks('a'), { bytesMax: 5 }));
    async function* breaksOff() {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    }
    await expect(store.stage(breaksOff(), { bytesMax: 99 })).rejects.toThrow('the line went dead');
    const cancel = new AbortController();
    async function* cancelled() {
      yield Buffer.from('half');
      cancel.abort();
      await new Promise(() => {}); // the sender says nothing more, ever
    }
    const staged = store.stage(cancelled(), { bytesMax: 99, signal: cancel.signal });
    await expect(staged).rejects.toMatchObject({ name: 'AbortError' });
    expect(filesLeft()).toEqual([]);
  });

  it('never takes anything but a hash for a file name', async () => {
    await expect(store.get('../../etc/passwd')).rejects.toThrow('not the hash');
    await expect(store.stat('..')).rejects.toThrow('not the hash');
  });

  it('lists what is stored and forgets what was staged long ago', async () => {
    const staged = await store.stage(chunks('left behind'), { bytesMax: 99 });
    const stored = await store.stage(chunks('kept'), { bytesMax: 99 });
    await store.put(stored);
    const listed: string[] = [];
    for await (const { hash } of store.list()) listed.push(hash);
    expect(listed).toEqual([stored.hash]);
    expect(await store.dropStagedBefore(new Date(0))).toBe(0);
    expect(await store.dropStagedBefore(new Date(Date.now() + 60_000))).toBe(1);
    expect(fs.existsSync(staged.path)).toBe(false);
    expect(filesLeft()).toEqual([stored.hash]);
  });
});
