import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problem } from '@/lib/problem';
import {
  type BlobStore,
  type ByteRange,
  HASH_PATTERN,
  type StagedBlob,
  type StageOptions,
} from './blob-store';
import { untilAborted } from './until-aborted';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Blobs in a local folder: `ab/ab12…`. Staged files lie in the same file system, so that storing one is a
 * rename: after a crash a blob is there whole or not at all.
 */
export class LocalBlobStore implements BlobStore {
  readonly #folder: string;
  readonly #incoming: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#incoming = path.join(folder, 'incoming');
  }

  async stage(source: AsyncIterable<Uint8Array>, { bytesMax, signal }: StageOptions): Promise<StagedBlob> {
    await fs.mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    const file = path.join(this.#incoming, randomUUID());
    // Made before anything can fail: a stream that is destroyed while it opens would make it after its removal.
    const handle = await fs.open(file, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(
        untilAborted(source, signal),
        async function* measure(chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            bytes += chunk.byteLength;
            if (bytes > bytesMax) {
              throw problem('too_large', {
                detail: `It may have at most ${bytesMax} bytes.`,
                extra: { bytesMax },
              });
            }
            hash.update(chunk);
            yield chunk;
          }
        },
        // `flush`: on disk before anyone is told that it is stored.
        handle.createWriteStream({ flush: true }),
      );
    } catch (error) {
      await handle.close().catch(() => {}); // the stream may have closed it already
      await fs.rm(file, { force: true });
      throw error;
    }
    return { hash: hash.digest('hex'), bytes, path: file };
  }

  async put(staged: StagedBlob): Promise<void> {
    const target = this.#file(staged.hash);
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await fs.rename(staged.path, target);
    } catch (error) {
      // Put already: one model may become several assets.
      if (!isMissing(error) || !(await this.stat(staged.hash))) throw error;
    }
    await syncFolder(path.dirname(target));
  }

  async discard(staged: StagedBlob): Promise<void> {
    await fs.rm(staged.path, { force: true });
  }

  async stat(hash: string): Promise<{ bytes: number } | null> {
    try {
      return { bytes: (await fs.stat(this.#file(hash))).size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async get(hash: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const handle = await fs.open(this.#file(hash));
    return Readable.toWeb(createReadStream('', { fd: handle, ...range })) as ReadableStream<Uint8Array>;
  }

  async delete(hash: string): Promise<void> {
    await fs.rm(this.#file(hash), { force: true });
  }

  async *list(): AsyncIterable<{ hash: string; storedAt: Date }> {
    for (const shelf of await entries(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const hash of await entries(path.join(this.#folder, shelf))) {
        const stat = await fs.stat(path.join(this.#folder, shelf, hash)).catch(() => undefined);
        if (stat && HASH_PATTERN.test(hash)) yield { hash, storedAt: stat.ctime };
      }
    }
  }

  async dropStagedBefore(moment: Date): Promise<number> {
    let dropped = 0;
    for (const name of await entries(this.#incoming)) {
      const file = path.join(this.#incoming, name);
      const stat = await fs.stat(file).catch(() => undefined);
      if (!stat || stat.mtime >= moment) continue;
      await fs.rm(file, { force: true });
      dropped += 1;
    }
    return dropped;
  }

  #file(hash: string): string {
    if (!HASH_PATTERN.test(hash)) throw new Error(`"${hash}" is not the hash of a blob.`);
    return path.join(this.#folder, hash.slice(0, 2), hash);
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Makes a rename survive a power cut. Some file systems can't sync a folder: their rename is safe enough. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  try {
    await handle.sync();
  } catch {
    // See above.
  } finally {
    await handle.close();
  }
}
