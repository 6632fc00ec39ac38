'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { StoreApi } from 'zustand/vanilla';
import { ApiProblem, api } from '@/lib/api-client';
import {
  createEditorStore,
  type DocumentTransport,
  type EditorState,
  type SaveOutcome,
} from '@/lib/document/editor-store';

const savedSchema = z.object({ revision: z.number().int() });

/** What a refused save means for the editor. */
export function outcomeOf(problem: unknown): SaveOutcome {
  if (!(problem instanceof ApiProblem)) return { kind: 'offline' };
  // What a newer program saved can't be saved over by this one: no choice to offer.
  const replaceable = problem.body.reason !== 'newer_version';
  if (problem.code === 'conflict' && replaceable) {
    return { kind: 'conflict', revision: Number(problem.body.revision) };
  }
  // No connection, a busy or a failing server: the same document may be taken later.
  if (problem.code === 'offline' || problem.status === 429 || problem.status >= 500)
    return { kind: 'offline' };
  const where = problem.errors.map((error) => `${error.pointer}: ${error.detail}`).join(' ');
  return { kind: 'refused', detail: where || problem.detail };
}

function transportTo<D>(address: string, schema: z.ZodType<D>): DocumentTransport<D> {
  return {
    save: async (document, revision) => {
      try {
        const saved = await api.put(`${address}/document`, { document, revision }, savedSchema);
        return { kind: 'saved', revision: saved.revision };
      } catch (problem) {
        return outcomeOf(problem);
      }
    },
    load: () => api.get(address, z.object({ document: schema, revision: z.number().int() })),
  };
}

/**
 * The store of a document that is edited on this page: commands, undo, autosave. Saves at once when the page is hidden,
 * and asks before it is left with something unsaved.
 *
 * @param address of the thing in the API, `/api/v1/scenes/ID`
 */
export function useDocumentEditor<D extends object>(
  address: string,
  initial: { document: D; revision: number },
  schema: z.ZodType<D>,
): StoreApi<EditorState<D>> {
  const [store] = useState(() => createEditorStore(initial, transportTo(address, schema)));
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void store.getState().flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (store.getState().saveState === 'saved') return;
      void store.getState().flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onLeave);
      void store.getState().flush();
    };
  }, [store]);
  return store;
}
