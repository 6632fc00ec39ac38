import { createReadStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Problem, problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import type { StagedBlob } from '@/lib/storage/blob-store';
import { blobs } from '@/lib/storage/blobs';
import { importMessages } from '@/lib/telemetry/import-messages';
import { ImportOutline } from '@/lib/telemetry/import-outline';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import type { Alongside } from '@/lib/telemetry/write-lane';
import type { Taken } from './endpoint/endpoint';
import { Faults } from './faults';
import type { BodyFormat, ReadContext } from './format/format';
import type { Intake } from './intake';
import { MESSAGES_MAX, METRICS_MAX } from './limits';
import type { LongBody } from './long-body';
import { stageWhileReading } from './stage-while-reading';
import { applyRules, checkStructures } from './take-messages';

const IMPORTS_MAX = 2;
/** As the network brings it. What is read at once lives until all of it is stored, and is garbage of the costly kind then. */
const READ_BYTES = 64 * 1024;

/** Those under way in this process, by who sends them. */
const underWay = sharedOnce('imports-by-sender', () => new Set<string>());

export type ImportedBody = StagedBlob & { outline: ImportOutline };

/**
 * Takes a body that is longer than memory, whole or not at all: SPEC.md, B. It is read twice: once as it comes, to see
 * that all of it is good, and once to store it. Between the two it lies on disk, so that the database is not kept
 * waiting for the sender, and a fault in the last line has stored nothing.
 * @param store stores it, and answers what was taken: `importStaged`, perhaps with something alongside
 */
export async function importBody(
  intake: Intake,
  format: BodyFormat,
  { pieces, drop }: LongBody,
  store: (staged: ImportedBody) => Promise<Taken>,
): Promise<Taken> {
  const sender = intake.key?.id ?? intake.datasource?.id ?? '';
  const refusal = takeTurn(sender);
  if (refusal) {
    await drop();
    throw refusal;
  }
  try {
    const outline = new ImportOutline(METRICS_MAX);
    const staged = await stageWhileReading(pieces, (read) => checkAll(read, format, intake, outline));
    try {
      return await store({ ...staged, outline });
    } finally {
      await blobs().discard(staged);
    }
  } finally {
    underWay().delete(sender);
  }
}

/** Stores a body that was found good, in one transaction. */
export async function importStaged(
  datasource: DatasourceRef,
  { path, outline }: ImportedBody,
  format: BodyFormat,
  intake: ReadContext,
  alongside: Alongside | undefined,
): Promise<Taken> {
  const { arrivedMs, aheadSecondsMax, query, rules } = intake;
  const again = (): ReadContext => ({
    arrivedMs,
    aheadSecondsMax,
    query,
    rules,
    header: (name) => intake.header(name),
    faults: new Faults(),
  });
  const batches = () => read(fileAt(path), format, again());
  await importMessages(datasource, batches, outline, { arrivedMs, metricsMax: METRICS_MAX, alongside });
  return { messages: outline.messages, readings: outline.readings };
}

/** Opened when it is first asked for: who never asks would leave it open, and its errors to nobody. */
async function* fileAt(path: string): AsyncIterable<Buffer> {
  yield* createReadStream(path, { highWaterMark: READ_BYTES });
}

/** Answers why it is not its turn. */
function takeTurn(sender: string): Problem | undefined {
  const senders = underWay();
  const why = senders.has(sender)
    ? 'This key is importing a long body already: one at a time.'
    : senders.size >= IMPORTS_MAX && 'Other long bodies are being imported.';
  if (why) return problem('too_many_requests', { detail: why, retryAfterSeconds: 2 });
  senders.add(sender);
  return undefined;
}

async function checkAll(
  pieces: AsyncIterable<Buffer>,
  format: BodyFormat,
  intake: Intake,
  outline: ImportOutline,
): Promise<void> {
  for await (const batch of read(pieces, format, intake)) {
    if (outline.messages === 0) intake.messages = batch;
    if (intake.datasource) await checkStructures(intake.datasource, batch, intake.faults);
    outline.add(batch);
    if (outline.untimed > MESSAGES_MAX)
      throw problem('invalid_reading', {
        detail: `Of a long body only ${MESSAGES_MAX} messages may come without a time: they would all count from the moment of their arrival. Give each a "timestamp".`,
      });
  }
}

async function* read(
  pieces: AsyncIterable<Buffer>,
  format: BodyFormat,
  context: ReadContext,
): AsyncIterable<Message[]> {
  for await (const batch of format.readPieces?.(pieces, context) ?? []) {
    // The first faults are named; what comes behind them is not read.
    if (context.faults.count > 0) throw context.faults.problem();
    yield applyRules(batch, context);
    await nextTurn(); // others' requests go first
  }
  if (context.faults.count > 0) throw context.faults.problem();
}
