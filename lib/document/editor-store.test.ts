import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditorStore, type DocumentTransport, type SaveOutcome } from './editor-store';

type Doc = { name: string };
const rename = (name: string) => (draft: Doc) => {
  draft.name = name;
};

function editor(
  save: DocumentTransport<Doc>['save'],
  theirs = { document: { name: 'theirs' }, revision: 9 },
) {
  return createEditorStore<Doc>(
    { document: { name: 'start' }, revision: 1 },
    { save, load: async () => theirs },
  );
}

describe('editor store', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves by itself after a pause, once, with the revision it knows', async () => {
    const save = vi.fn(async (): Promise<SaveOutcome> => ({ kind: 'saved', revision: 2 }));
    const store = editor(save);
    store.getState().run(rename('a'), { label: 'rename' });
    store.getState().run(rename('b'), { label: 'rename' });
    expect(store.getState().saveState).toBe('dirty');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save.mock.calls).toEqual([[{ name: 'b' }, 1]]);
    expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 2 });
  });

  it('saves again what was changed while a save was under way', async () => {
    let answer: (outcome: SaveOutcome) => void = () => {};
    const save = vi.fn(
      () =>
        new Promise<SaveOutcome>((resolve) => {
          answer = resolve;
        }),
    );
    const store = editor(save);
    store.getState().run(rename('a'), { label: 'rename' });
    await vi.advanceTimersByTimeAsync(1_000);
    store.getState().run(rename('b'), { label: 'rename' });
    answer({ kind: 'saved', revision: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenLastCalledWith({ name: 'b' }, 2);
  });

  it('keeps the work and tries again when the server is away', async () => {
    const outcomes: SaveOutcome[] = [{ kind: 'offline' }, { kind: 'saved', revision: 2 }];
    const store = editor(async () => outcomes.shift() ?? { kind: 'offline' });
    store.getState().run(rename('a'), { label: 'rename' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState().saveState).toBe('offline');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 2 });
  });

  it('stops saving at a conflict until the user chooses; nothing is lost either way', async () => {
    const save = vi.fn(
      async (_: Doc, revision: number): Promise<SaveOutcome> =>
        revision === 9 ? { kind: 'saved', revision: 10 } : { kind: 'conflict', revision: 9 },
    );
    const store = editor(save);
    store.getState().run(rename('mine'), { label: 'rename' });
    await vi.advanceTimersByTimeAsync(1_000);
    store.getState().run(rename('mine too'), { label: 'rename' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.getState()).toMatchObject({ saveState: 'conflict', theirRevision: 9 });
    expect(save).toHaveBeenCalledTimes(1);

    await store.getState().resolve('theirs');
    expect(store.getState().history.document.name).toBe('theirs');
    store.getState().undo();
    expect(store.getState().history.document.name).toBe('mine too');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 10 });
  });

  it('saves mine on top of theirs when asked', async () => {
    const store = editor(async (_, revision) =>
      revision === 9 ? { kind: 'saved', revision: 10 } : { kind: 'conflict', revision: 9 },
    );
    store.getState().run(rename('mine'), { label: 'rename' });
    await vi.advanceTimersByTimeAsync(1_000);
    await store.getState().resolve('mine');
    expect(store.getState()).toMatchObject({ saveState: 'saved', revision: 10 });
    expect(store.getState().history.document.name).toBe('mine');
  });
});
