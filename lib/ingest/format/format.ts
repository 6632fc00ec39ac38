import type { FieldRules } from '@/lib/field-rules/schema';
import type { Message } from '@/lib/telemetry/message';
import type { Faults } from '../faults';

/** What a format needs to know while it reads a body. */
export type ReadContext = {
  /** Milliseconds: the time of messages that bring none, and what "in the future" is measured against. */
  readonly arrivedMs: number;
  /** How far ahead of that their own times may lie. */
  readonly aheadSecondsMax: number;
  /** Of the address: some formats are told there in which unit their times are. */
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  /** How this datasource's messages are read; undefined: as they come. */
  readonly rules: FieldRules | undefined;
  /** What is wrong with single messages goes here, by index or line; what can't be read at all is thrown. */
  readonly faults: Faults;
};

/**
 * One way to write readings as bytes: its own file or folder, and one line in registry.ts. It validates: what it
 * answers is stored as it is.
 */
export type BodyFormat = {
  kind: string;
  /** The usual one, for words to the sender. */
  contentType: string;
  /** Is this content type (lower case, without its parameters) ours? */
  accepts(contentType: string): boolean;
  /** A `Content-Encoding` that belongs to the format, which undoes it itself (snappy); all others are undone before. */
  ownEncoding?: string;
  /** Reads a whole body. @throws Problem when it can't be read at all */
  read(body: Buffer, context: ReadContext): Message[];
  /**
   * Reads a body as it comes, for imports that are larger than memory: few messages at a time. A format that has
   * it is read by it when the body is long; the messages of both are the same.
   */
  readPieces?(pieces: AsyncIterable<Buffer>, context: ReadContext): AsyncIterable<Message[]>;
};
