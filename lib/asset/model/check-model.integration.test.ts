import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bombGlb,
  cutOffGlb,
  deepGlb,
  externalUriGlb,
  hugePictureGlb,
  largeGlb,
  loopGlb,
  notANumberGlb,
  pngFile,
  pumpGlb,
  triangleGlb,
} from '../test-models';
import { checkModel } from './check-model';
import { ModelRefusal } from './refusal';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-models-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
};

const reasonOf = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelRefusal) return error.reason;
  throw new Error(`expected a refusal, got ${String(error)}`);
};

describe('checkModel, in its own process', () => {
  it('tells what is in a good model', async () => {
    const bytes = await pumpGlb();
    const { statistics, parts } = await checkModel(write('pump.glb', bytes));
    expect(statistics).toMatchObject({
      bytes: bytes.length,
      triangles: 48,
      meshes: 1,
      materials: 1,
      textures: 0,
      animations: 0,
    });
    expect(statistics.bounds.min).toEqual([-0.5, 0, -0.5]);
    expect(statistics.bounds.max[0]).toBeCloseTo(2.5);
    expect(parts[0]?.children[0]?.children.map((part) => part.id)).toContain('Pump/Housing/Bolt#2');
  });

  it('forgives what no viewer stumbles over', async () => {
    const wrongBounds = triangleGlb({
      accessors: [
        { bufferView: 0, componentType: 5126, type: 'VEC3', count: 3, min: [0, 0, 0], max: [9, 9, 9] },
      ],
    });
    expect((await checkModel(write('bounds.glb', wrongBounds))).statistics.bounds.max).toEqual([1, 1, 0]);
  });

  it.each([
    ['png.glb', pngFile, 'picture'],
    ['cut.glb', cutOffGlb, 'cut_off'],
    ['uri.glb', externalUriGlb, 'external_file'],
    ['loop.glb', loopGlb, 'node_loop'],
    ['deep.glb', deepGlb, 'too_many'],
    ['bomb.glb', bombGlb, 'too_many'],
    ['nan.glb', notANumberGlb, 'invalid'],
    ['picture.glb', hugePictureGlb, 'picture_too_large'],
  ] as const)('refuses %s', async (name, make, reason) => {
    expect(await reasonOf(checkModel(write(name, await make())))).toBe(reason);
  });

  it('ends a check that takes too long', async () => {
    const file = write('slow.glb', await pumpGlb(1));
    expect(await reasonOf(checkModel(file, { limits: { wallMs: 20 } }))).toBe('too_heavy');
  });

  it('ends a check that takes too much memory', async () => {
    const file = write('heavy.glb', largeGlb(3_000_000));
    expect(await reasonOf(checkModel(file, { limits: { dataBytes: 200_000_000 } }))).toBe('too_heavy');
    expect((await checkModel(file)).statistics.triangles).toBe(1_000_000);
  });

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const check = checkModel(write('cancel.glb', await pumpGlb(3)), { signal: cancel.signal });
    cancel.abort();
    await expect(check).rejects.toMatchObject({ name: 'AbortError' });
  });
});
