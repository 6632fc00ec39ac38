/** Bytes on their way in: already hashed and on disk, but not stored yet. */
export type StagedBlob = {
  /** sha256 of the content, hex: the blob's address. */
  hash: string;
  bytes: number;
  /** A local file that holds the bytes, so that they can be checked before they are stored. */
  path: string;
};

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

export type StageOptions = {
  /** One byte more is refused with `too_large`. */
  bytesMax: number;
  /** Ends the reading and leaves nothing behind. */
  signal?: AbortSignal | undefined;
};

/**
 * Files by the hash of their content. A blob never changes; it is there whole or not at all.
 *
 * Putting takes two steps, so that nothing unchecked is ever stored: `stage`, then `put` or `discard`. Who may
 * read a blob, and when nobody needs it any more, is the business of `model_file` rows (keep-file.ts).
 */
export interface BlobStore {
  stage(source: AsyncIterable<Uint8Array>, options: StageOptions): Promise<StagedBlob>;
  /** Stores a staged blob under its hash. Storing what is there already is no error. */
  put(staged: StagedBlob): Promise<void>;
  /** Drops a staged blob; harmless after `put`. */
  discard(staged: StagedBlob): Promise<void>;
  stat(hash: string): Promise<{ bytes: number } | null>;
  /** @throws when there is no such blob: ask `stat` first. */
  get(hash: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  delete(hash: string): Promise<void>;
  /** All stored blobs, and when they were stored; for the sweep. */
  list(): AsyncIterable<{ hash: string; storedAt: Date }>;
  /** Drops what was staged before this moment and never put or discarded (the process was killed). */
  dropStagedBefore(moment: Date): Promise<number>;
}

export const HASH_PATTERN = /^[0-9a-f]{64}$/;
