'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { ConflictDialog } from '@/components/document/conflict-dialog';
import { useDocumentEditor } from '@/components/document/use-document-editor';
import { LiveProvider } from '@/components/live/live-provider';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { Note } from '@/components/ui/note';
import type { AssetDetail } from '@/lib/asset/api-schema';
import { type AssetDocument, assetDocumentSchema } from '@/lib/asset/schema';
import type { ActionContext } from '@/lib/asset-editor/editor-actions';
import { createAssetEditorSession } from '@/lib/asset-editor/editor-session';
import { widgetDefinition } from '@/lib/widget/registry';
import { AssetFactsLine } from './asset-facts';
import { EditorBar } from './bar/editor-bar';
import {
  type AssetEditorContext,
  AssetEditorProvider,
  type DatasourceName,
  useAssetDocument,
  useAssetEditor,
  useEditorSession,
} from './editor-context';
import { Inspector } from './inspector';
import { ModelAnchors } from './model/model-anchors';
import { ModelStage } from './model/model-stage';
import { PartsPanel } from './parts/parts-panel';
import { useEditorKeys } from './session/use-editor-keys';
import { useWideScreen } from './use-wide-screen';
import { WidgetsPanel } from './widgets/widgets-panel';

export type AssetEditorProps = {
  asset: AssetDetail;
  datasources: readonly DatasourceName[];
  /** The caller's role allows changes. */
  mayWrite: boolean;
};

/** Sets up an asset: its parts, the widgets that hang on them, and their alerts. */
export function AssetEditor({ asset, datasources, mayWrite }: AssetEditorProps) {
  const t = useTranslations('assetEditor');
  const editor = useDocumentEditor<AssetDocument>(`/api/v1/assets/${asset.id}`, asset, assetDocumentSchema);
  const [session] = useState(createAssetEditorSession);
  const [anchors] = useState(() => new ModelAnchors());
  const camera = useRef<StageCameraApi>(null);
  const canEdit = useWideScreen() && mayWrite && asset.readOnly === null;

  const context = useMemo<AssetEditorContext>(() => {
    const actions: ActionContext = {
      editor,
      session,
      onlyDatasourceId: datasources.length === 1 ? (datasources[0]?.id ?? null) : null,
      titleFor: (kind) => t(`newTitle.${widgetDefinition(kind).kind}`),
      focus: (partId) => {
        const box = anchors.boxOf(partId);
        if (partId === null || !box) void camera.current?.fitAll();
        else void camera.current?.focus(box);
      },
    };
    return { asset, editor, session, actions, anchors, datasources, canEdit };
  }, [asset, editor, session, anchors, datasources, canEdit, t]);

  return (
    <AssetEditorProvider value={context}>
      <Live>
        <Layout cameraRef={camera} />
      </Live>
      <ConflictDialog store={editor} />
    </AssetEditorProvider>
  );
}

/** Few enough to hear all of them, so that choosing another datasource shows its keys at once. */
const HEARD_MAX = 16;

/** Readings of what the widgets read, and of what could be chosen. */
function Live({ children }: { children: React.ReactNode }) {
  const { datasources } = useAssetEditor();
  const used = useAssetDocument((document) =>
    document.widgets.map(({ datasourceId }) => String(datasourceId ?? '')).join('\n'),
  );
  const heard = useMemo(() => {
    const ids = datasources.map(({ id }) => id);
    const inUse = new Set(used.split('\n'));
    return ids.length <= HEARD_MAX ? ids : ids.filter((id) => inUse.has(id));
  }, [datasources, used]);
  return <LiveProvider datasourceIds={heard}>{children}</LiveProvider>;
}

function Layout({ cameraRef }: { cameraRef: React.RefObject<StageCameraApi | null> }) {
  const t = useTranslations('assetEditor');
  const { asset } = useAssetEditor();
  const preview = useEditorSession((s) => s.preview);
  useEditorKeys();
  return (
    <div
      data-preview={preview}
      className="grid h-dvh grid-cols-[248px_minmax(0,1fr)_336px] grid-rows-[48px_minmax(0,1fr)] overflow-hidden data-[preview=true]:grid-cols-[minmax(0,1fr)] max-md:grid-cols-[minmax(0,1fr)]"
    >
      <EditorBar />
      {preview ? null : (
        <aside
          aria-label={t('structure')}
          className="flex min-h-0 flex-col border-line border-e bg-surface max-md:hidden"
        >
          <PartsPanel />
          <WidgetsPanel />
          <AssetFactsLine />
        </aside>
      )}
      <main id="content" className="relative min-h-0 min-w-0">
        <ModelStage cameraRef={cameraRef} />
        {asset.readOnly === 'newer_version' ? (
          <Note tone="look" className="absolute start-3 top-16">
            {t('newerVersion')}
          </Note>
        ) : null}
        <p className="absolute inset-x-3 top-3 rounded-md bg-glass px-3 py-2 text-center text-dense text-ink-2 shadow-float backdrop-blur-md md:hidden">
          {t('largerScreen')}
        </p>
      </main>
      {preview ? null : (
        <aside
          aria-label={t('inspector')}
          className="min-h-0 overflow-y-auto border-line border-s bg-surface [scrollbar-width:thin] max-md:hidden"
        >
          <Inspector />
        </aside>
      )}
    </div>
  );
}
