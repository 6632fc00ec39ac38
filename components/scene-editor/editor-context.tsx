'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Group } from 'three';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { EditorState } from '@/lib/document/editor-store';
import type { ActionContext } from '@/lib/scene/editor-actions';
import type { EditorSession } from '@/lib/scene/editor-session';
import type { SceneAsset } from '@/lib/scene/scene-detail';
import type { SceneDocument } from '@/lib/scene/schema';

/** What the editor needs of an asset: enough to list and to place it. */
export type EditorAsset = Pick<SceneAsset, 'id' | 'name' | 'modelUrl' | 'thumbnailUrl' | 'statistics'>;

/** What the parts of the scene editor share. */
export type SceneEditorContext = {
  editor: StoreApi<EditorState<SceneDocument>>;
  session: StoreApi<EditorSession>;
  actions: ActionContext;
  /** Assets that can be placed, by id. */
  assets: ReadonlyMap<string, EditorAsset>;
  /** The 3D groups of the placed instances: the gizmo moves them before the document knows. */
  groups: Map<string, Group>;
};

const Context = createContext<SceneEditorContext | null>(null);

export function SceneEditorProvider({ value, children }: { value: SceneEditorContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useSceneEditor(): SceneEditorContext {
  const context = useContext(Context);
  if (!context) throw new Error('useSceneEditor needs a <SceneEditorProvider> above it');
  return context;
}

/** A part of the edited document. */
export function useSceneDocument<T>(pick: (document: SceneDocument) => T): T {
  return useStore(useSceneEditor().editor, (state) => pick(state.history.document));
}

export function useEditorSession<T>(pick: (session: EditorSession) => T): T {
  return useStore(useSceneEditor().session, pick);
}
