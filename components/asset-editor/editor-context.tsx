'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { AssetDetail } from '@/lib/asset/api-schema';
import type { AssetDocument } from '@/lib/asset/schema';
import type { ActionContext } from '@/lib/asset-editor/editor-actions';
import type { AssetEditorSession } from '@/lib/asset-editor/editor-session';
import { knownWidgets } from '@/lib/asset-editor/find-widget';
import type { EditorState } from '@/lib/document/editor-store';
import type { Widget } from '@/lib/widget/schema';
import type { ModelAnchors } from './model/model-anchors';

export type DatasourceName = { id: string; name: string };

/** What the parts of the asset editor share. */
export type AssetEditorContext = {
  asset: AssetDetail;
  editor: StoreApi<EditorState<AssetDocument>>;
  session: StoreApi<AssetEditorSession>;
  actions: ActionContext;
  anchors: ModelAnchors;
  datasources: readonly DatasourceName[];
  /** False: may only look (a viewer, a document of a newer version, a phone). */
  canEdit: boolean;
};

const Context = createContext<AssetEditorContext | null>(null);

export function AssetEditorProvider({ value, children }: { value: AssetEditorContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useAssetEditor(): AssetEditorContext {
  const context = useContext(Context);
  if (!context) throw new Error('useAssetEditor needs an <AssetEditorProvider> above it');
  return context;
}

/** A part of the edited document. */
export function useAssetDocument<T>(pick: (document: AssetDocument) => T): T {
  return useStore(useAssetEditor().editor, (state) => pick(state.history.document));
}

/** Widgets of kinds that we know; the same array until the document's list changes. */
export function useKnownWidgets(): Widget[] {
  const document = useAssetDocument((d) => d);
  return useMemo(() => knownWidgets(document), [document]);
}

export function useEditorSession<T>(pick: (session: AssetEditorSession) => T): T {
  return useStore(useAssetEditor().session, pick);
}
