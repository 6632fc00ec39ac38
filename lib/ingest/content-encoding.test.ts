import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodingsOf, unpack } from './content-encoding';

async function* pieces(body: Buffer, size = 1_000): AsyncIterable<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function unpacked(body: Buffer, header: string, bytesMax = 1e6): Promise<string> {
  const out: Buffer[] = [];
  for await (const piece of unpack(pieces(body), encodingsOf(header, undefined), bytesMax)) out.push(piece);
  return Buffer.concat(out).toString();
}

const nothings = (bytes: number) => Buffer.alloc(bytes, Buffer.from([0, 0, 0, 0xff, 0xff]));

const TEXT = JSON.stringify(Array.from({ length: 2_000 }, (_, i) => ({ i, value: Math.sin(i) })));
const plain = Buffer.from(TEXT);

describe('a packed body', () => {
  it.each([
    ['gzip', zlib.gzipSync(plain)],
    ['x-gzip', zlib.gzipSync(plain)],
    ['deflate', zlib.deflateSync(plain)],
    ['deflate', zlib.deflateRawSync(plain)],
    ['br', zlib.brotliCompressSync(plain)],
    ['identity, GZIP', zlib.gzipSync(plain)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(plain))],
    ['identity', plain],
  ])('is unpacked: %s [S3]', async (header, body) => {
    expect(await unpacked(body, header)).toBe(TEXT);
  });

  it.each(['compress', 'gzip, snappy', 'gzip,gzip,gzip,gzip', '__proto__'])(
    '%s is not read [S3]',
    (header) => {
      expect(() => encodingsOf(header, undefined)).toThrow(/is not read here.*gzip, deflate, br/);
    },
  );

  it('may have an encoding that its format undoes', () => {
    expect(encodingsOf('snappy', 'snappy')).toEqual([]);
  });

  it('that is damaged or cut off is refused', async () => {
    const packed = zlib.gzipSync(plain);
    await expect(unpacked(packed.subarray(0, -20), 'gzip')).rejects.toThrow(/not gzip.*unexpected end/);
    await expect(unpacked(plain, 'gzip')).rejects.toThrow(/not gzip.*incorrect header/);
    await expect(unpacked(plain, 'br')).rejects.toMatchObject({ code: 'unreadable_body' });
  });

  it('is bounded when unpacked, in size and in what it bursts to [S3]', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(100_000_000, 32));
    await expect(unpacked(bomb, 'gzip', 1_000_000)).rejects.toMatchObject({ code: 'too_large' });
    await expect(unpacked(bomb, 'gzip', 1e9)).rejects.toThrow(/more than 250 times/);
    await expect(unpacked(zlib.gzipSync(bomb), 'gzip, gzip', 1e9)).rejects.toMatchObject({
      code: 'too_large',
    });
  });

  it('is bounded while it unpacks to nothing: in what comes, and between its layers [S1, S3]', async () => {
    // A block of deflate that holds nothing: there may be any number of them.
    const empty = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), nothings(3_000_000)]);
    await expect(unpacked(empty, 'gzip', 1_000_000)).rejects.toMatchObject({ code: 'too_large' });
    await expect(unpacked(zlib.gzipSync(empty), 'gzip, gzip', 1_000_000)).rejects.toMatchObject({
      code: 'too_large',
    });
  });

  it('passes on why the sender broke off', async () => {
    async function* broken(): AsyncIterable<Buffer> {
      yield zlib.gzipSync(plain).subarray(0, 100);
      throw new Error('gone');
    }
    const read = async () => {
      for await (const piece of unpack(broken(), ['gzip'], 1e6)) expect(piece).toBeDefined();
    };
    await expect(read()).rejects.toThrow('gone');
  });
});
