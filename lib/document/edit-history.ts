import { apply, create, type Draft, type Patches } from 'mutative';

/** One step that can be undone: what the user did, and how to take it back. */
type Step = { label: string; mergeKey: string | null; at: number; redo: Patches; undo: Patches };

/** A document with its past and future. Immutable: every function returns a new one. */
export type EditHistory<D> = { document: D; past: readonly Step[]; future: readonly Step[] };

export type CommandOptions = {
  /** Names the step in the undo menu: a message key. */
  label: string;
  /**
   * Steps with the same key that follow within a second become one (typing in a field, nudging with an arrow key).
   * Without it a step always stands alone.
   */
  mergeKey?: string;
  now?: number;
};

const STEPS_MAX = 200;
const MERGE_MS = 1_000;

export const startHistory = <D>(document: D): EditHistory<D> => ({ document, past: [], future: [] });

/** Runs a command: a function that changes a draft of the document. A command that changes nothing leaves no step. */
export function runCommand<D extends object>(
  history: EditHistory<D>,
  command: (draft: Draft<D>) => void,
  { label, mergeKey, now = Date.now() }: CommandOptions,
): EditHistory<D> {
  const [document, redo, undo] = create(history.document, command, { enablePatches: true });
  if (redo.length === 0) return history;
  const last = history.past.at(-1);
  const merges = mergeKey !== undefined && last?.mergeKey === mergeKey && now - last.at < MERGE_MS;
  const step: Step = merges
    ? { ...last, at: now, redo: [...last.redo, ...redo], undo: [...undo, ...last.undo] }
    : { label, mergeKey: mergeKey ?? null, at: now, redo, undo };
  const past = [...(merges ? history.past.slice(0, -1) : history.past), step].slice(-STEPS_MAX);
  return { document, past, future: [] };
}

export function undo<D extends object>(history: EditHistory<D>): EditHistory<D> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    document: apply(history.document, step.undo) as D,
    past: history.past.slice(0, -1),
    future: [step, ...history.future],
  };
}

export function redo<D extends object>(history: EditHistory<D>): EditHistory<D> {
  const step = history.future[0];
  if (!step) return history;
  return {
    document: apply(history.document, step.redo) as D,
    past: [...history.past, step],
    future: history.future.slice(1),
  };
}
