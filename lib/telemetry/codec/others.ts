import type { ReadingValue } from '@/lib/live/protocol';
import { ByteReader, MalformedChunk } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { expectFormat, FORMATS } from './formats';
import { readInstants, writeInstants } from './instants';
import { readIntegers, writeIntegers } from './integers';

/** Texts, booleans and structures of one metric in the order of their times. */
export type Others = { timesUs: Float64Array; values: ReadingValue[] };

/**
 * Packs what is no number: each different value once, as JSON, and for each time which one it was.
 * @throws RangeError as `encodeNumbers`
 */
export function encodeOthers({ timesUs, values }: Others): Buffer {
  if (timesUs.length !== values.length) throw new RangeError('Each value has a time.');
  const known = new Map<string, number>();
  const choices = new Float64Array(values.length);
  for (const [i, value] of values.entries()) {
    const json = JSON.stringify(value);
    let choice = known.get(json);
    if (choice === undefined) {
      choice = known.size;
      known.set(json, choice);
    }
    choices[i] = choice;
  }
  const writer = new ByteWriter(64 + 3 * timesUs.length);
  writer.byte(FORMATS.others);
  writeInstants(writer, timesUs);
  writer.unsigned(known.size);
  for (const json of known.keys()) writer.text(json);
  writeIntegers(writer, choices);
  return writer.finish();
}

/**
 * Equal values are the same object: who changes one must copy it.
 * @throws MalformedChunk
 */
export function decodeOthers(bytes: Uint8Array): Others {
  const reader = new ByteReader(bytes);
  expectFormat(reader, FORMATS.others);
  const timesUs = readInstants(reader);
  const count = reader.unsigned();
  if (count > timesUs.length) throw new MalformedChunk('it has more values than times');
  const known: ReadingValue[] = [];
  for (let i = 0; i < count; i++) known.push(parse(reader.text()));
  const choices = new Float64Array(timesUs.length);
  readIntegers(reader, choices);
  reader.end();
  const values: ReadingValue[] = [];
  for (const choice of choices) {
    const value = known[choice];
    if (value === undefined) throw new MalformedChunk('it names a value that it does not have');
    values.push(value);
  }
  return { timesUs, values };
}

function parse(json: string): ReadingValue {
  try {
    return JSON.parse(json);
  } catch {
    throw new MalformedChunk('a value is no JSON');
  }
}
