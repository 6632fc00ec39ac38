import type { Draft } from 'mutative';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CommandOptions, type EditHistory, redo, runCommand, startHistory, undo } from './edit-history';

/**
 * Where an edited document stands towards the server.
 * `offline`: the last save did not arrive and is tried again; `conflict`: someone else saved first, the user chooses;
 * `refused`: the server found the document not valid (a defect of ours: nothing is lost, it stays here).
 */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'offline' | 'conflict' | 'refused';

export type SaveOutcome =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict'; revision: number }
  | { kind: 'offline' }
  | { kind: 'refused'; detail: string };

/** How an editor reaches the server; the transport is the caller's. */
export type DocumentTransport<D> = {
  save: (document: D, revision: number) => Promise<SaveOutcome>;
  load: () => Promise<{ document: D; revision: number }>;
};

export type EditorState<D> = {
  history: EditHistory<D>;
  revision: number;
  saveState: SaveState;
  savedAt: number | null;
  /** Newest revision on the server, while there is a conflict. */
  theirRevision: number | null;
  refusal: string | null;
  run: (command: (draft: Draft<D>) => void, options: CommandOptions) => void;
  undo: () => void;
  redo: () => void;
  /** Saves now if there is something to save. */
  flush: () => Promise<void>;
  /** Ends a conflict: take their document (mine stays one undo away), or save mine on top of it. */
  resolve: (choice: 'theirs' | 'mine') => Promise<void>;
};

const AUTOSAVE_MS = 800;
const RETRY_MS = 4_000;

/** Store of one edited document: commands, undo, autosave with revision. Holds no selection and no readings. */
export function createEditorStore<D extends object>(
  initial: { document: D; revision: number },
  transport: DocumentTransport<D>,
): StoreApi<EditorState<D>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: Promise<void> | undefined;

  return createStore<EditorState<D>>((set, get) => {
    const schedule = (delayMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void get().flush(), delayMs);
    };
    const changed = (history: EditHistory<D>) => {
      const state = get();
      if (history.document === state.history.document) return set({ history });
      const waits = state.saveState === 'conflict' || state.saveState === 'saving';
      set({ history, ...(waits ? {} : { saveState: 'dirty' as const }) });
      if (state.saveState !== 'conflict') schedule(AUTOSAVE_MS);
    };
    const save = async () => {
      const sent = get().history.document;
      set({ saveState: 'saving', refusal: null });
      const outcome = await transport.save(sent, get().revision);
      if (outcome.kind === 'saved') {
        const clean = get().history.document === sent;
        set({ revision: outcome.revision, savedAt: Date.now(), saveState: clean ? 'saved' : 'dirty' });
        if (!clean) schedule(AUTOSAVE_MS);
      } else if (outcome.kind === 'conflict') {
        set({ saveState: 'conflict', theirRevision: outcome.revision });
      } else if (outcome.kind === 'offline') {
        set({ saveState: 'offline' });
        schedule(RETRY_MS);
      } else {
        set({ saveState: 'refused', refusal: outcome.detail });
      }
    };
    return {
      history: startHistory(initial.document),
      revision: initial.revision,
      saveState: 'saved',
      savedAt: null,
      theirRevision: null,
      refusal: null,
      run: (command, options) => changed(runCommand(get().history, command, options)),
      undo: () => changed(undo(get().history)),
      redo: () => changed(redo(get().history)),
      flush: async () => {
        clearTimeout(timer);
        await inFlight;
        const { saveState } = get();
        if (saveState !== 'dirty' && saveState !== 'offline' && saveState !== 'refused') return;
        inFlight = save().finally(() => {
          inFlight = undefined;
        });
        await inFlight;
      },
      resolve: async (choice) => {
        if (choice === 'mine') {
          set({ revision: get().theirRevision ?? get().revision, saveState: 'dirty', theirRevision: null });
          return get().flush();
        }
        const theirs = await transport.load();
        const mine = get().history;
        const taken = runCommand(mine, (draft) => void Object.assign(draft, theirs.document), {
          label: 'conflict.theirs',
        });
        set({ history: taken, revision: theirs.revision, saveState: 'saved', theirRevision: null });
      },
    };
  });
}
