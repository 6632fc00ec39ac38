import { type ByteReader, MalformedChunk } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { findScale, readDecimals, writeDecimals } from './decimals';
import { readFloats, writeFloats } from './floats';

const FLOATS = 0;
const DECIMALS = 1;
const SINGLE_DECIMALS = 2;
/** With so few digits decimals are always shorter. */
const SURELY_SHORTER = 4;

/** Finite doubles, in the shortest of the ways we know. */
export function writeValues(writer: ByteWriter, values: Float64Array): void {
  const scale = findScale(values);
  if (!scale) {
    writer.byte(FLOATS);
    writeFloats(writer, values);
    return;
  }
  const kind = scale.single ? SINGLE_DECIMALS : DECIMALS;
  if (scale.digits <= SURELY_SHORTER) {
    writer.byte(kind);
    writeDecimals(writer, values, scale);
    return;
  }
  const decimals = new ByteWriter(values.length * 4);
  writeDecimals(decimals, values, scale);
  const floats = new ByteWriter(values.length * 8);
  writeFloats(floats, values);
  const areShorter = decimals.size <= floats.size;
  writer.byte(areShorter ? kind : FLOATS);
  writer.append(areShorter ? decimals : floats);
}

/** Reads as many values as `values` is long. */
export function readValues(reader: ByteReader, values: Float64Array): void {
  const kind = reader.byte();
  if (kind === FLOATS) readFloats(reader, values);
  else if (kind === DECIMALS) readDecimals(reader, values, false);
  else if (kind === SINGLE_DECIMALS) readDecimals(reader, values, true);
  else throw new MalformedChunk('its values are of a kind that nobody knows');
}
