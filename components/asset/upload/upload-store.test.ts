import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/lib/api-client';
import type { AssetDetail } from '@/lib/asset/api-schema';
import type { sendModel } from './send-model';
import { createUploadStore, type Upload } from './upload-store';

type Options = Parameters<typeof sendModel>[1];
type Sending = {
  file: File;
  options: Options;
  finish: (asset: AssetDetail) => void;
  fail: (error: unknown) => void;
};

const LIMIT = 1_000;
const asset = { id: 'ast_1', name: 'pump' } as AssetDetail;
const fileOf = (name: string, bytes = 10) => new File([new Uint8Array(bytes)], name);
const refused = new ApiProblem({ status: 422, code: 'invalid_model', detail: 'It is a picture.' });
const offline = new ApiProblem({ status: 0, code: 'offline', detail: 'Gone.' });

function start() {
  const sent: Sending[] = [];
  const send = vi.fn(
    (file: File, options: Options) =>
      new Promise<AssetDetail>((finish, fail) => {
        options.signal.addEventListener('abort', () => fail(options.signal.reason));
        sent.push({ file, options, finish, fail });
      }),
  );
  const store = createUploadStore(send);
  const phases = () => store.getState().uploads.map(({ phase }) => phase);
  const at = (index: number): Upload => {
    const upload = store.getState().uploads[index];
    if (!upload) throw new Error(`There is no upload ${index}.`);
    return upload;
  };
  const sending = (index: number): Sending => {
    const one = sent[index];
    if (!one) throw new Error(`Upload ${index} was not sent.`);
    return one;
  };
  return { store, sent, sending, phases, at };
}

describe('uploads', () => {
  it('go two at a time, each through its phases', async () => {
    const { store, sending, phases, at } = start();
    store.getState().add([fileOf('a.glb'), fileOf('b.glb'), fileOf('c.glb')], LIMIT);
    expect(phases()).toEqual(['sending', 'sending', 'waiting']);
    sending(0).options.onProgress(0.4);
    expect(at(0).progress).toBe(0.4);
    sending(0).options.onSent();
    expect(phases()).toEqual(['checking', 'sending', 'waiting']);
    sending(0).finish(asset);
    await vi.waitFor(() => expect(phases()).toEqual(['done', 'sending', 'sending']));
    expect(at(0).asset).toBe(asset);
    store.getState().dismissDone();
    expect(phases()).toEqual(['sending', 'sending']);
  });

  it('tell a file that can not be used from a line that broke, which can be tried again', async () => {
    const { store, sent, sending, phases, at } = start();
    store.getState().add([fileOf('a.glb'), fileOf('b.glb')], LIMIT);
    sending(0).fail(refused);
    sending(1).fail(offline);
    await vi.waitFor(() => expect(phases()).toEqual(['refused', 'failed']));
    expect(at(0).problem).toBe(refused);
    store.getState().retry(at(1).id);
    expect(phases()).toEqual(['refused', 'sending']);
    expect(sent).toHaveLength(3);
    sending(2).finish(asset);
    await vi.waitFor(() => expect(phases()).toEqual(['refused', 'done']));
  });

  it('end at once when cancelled, and make room for the next', async () => {
    const { store, sending, phases, at } = start();
    store.getState().add([fileOf('a.glb'), fileOf('b.glb'), fileOf('c.glb')], LIMIT);
    const { signal } = sending(0).options;
    store.getState().cancel(at(0).id);
    expect(signal.aborted).toBe(true);
    expect(store.getState().uploads.map(({ name }) => name)).toEqual(['b.glb', 'c.glb']);
    expect(phases()).toEqual(['sending', 'sending']);
    store.getState().dismiss(at(0).id); // nothing: it is under way
    expect(phases()).toHaveLength(2);
  });

  it('are refused before they are sent when they are too large', () => {
    const { store, sent, phases, at } = start();
    store.getState().add([fileOf('big.glb', LIMIT + 1), fileOf('ok.glb', LIMIT)], LIMIT);
    expect(phases()).toEqual(['refused', 'sending']);
    expect(at(0).problem).toMatchObject({ code: 'too_large', body: { bytesMax: LIMIT } });
    expect(sent.map(({ file }) => file.name)).toEqual(['ok.glb']);
  });
});
