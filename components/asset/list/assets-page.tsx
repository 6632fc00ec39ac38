'use client';

import { Shapes } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useThumbnails } from '@/components/document/thumbnail/use-thumbnails';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import type { AssetSummary } from '@/lib/asset/api-schema';
import { StarterDialog } from '../starter/starter-dialog';
import type { StarterInfo } from '../starter/starter-info';
import { DropOverlay } from '../upload/drop-overlay';
import { UploadButton } from '../upload/upload-button';
import { UploadPanel } from '../upload/upload-panel';
import { uploads } from '../upload/uploads';
import { useFileDrop } from '../upload/use-file-drop';
import { AssetGrid } from './asset-grid';
import { AssetsEmpty } from './assets-empty';
import { useAssetList } from './use-asset-list';

type Props = {
  initial: readonly AssetSummary[];
  starters: readonly StarterInfo[];
  mayWrite: boolean;
  /** Bytes of the largest model that the server takes. */
  bytesMax: number;
  /** The page was asked for with its starter library open (`/assets?new`). */
  adding: boolean;
};

/** The page of assets: upload by button or by dropping files anywhere, and what there is. */
export function AssetsPage({ initial, starters, mayWrite, bytesMax, adding }: Props) {
  const t = useTranslations('asset');
  const router = useRouter();
  const { assets, refresh, change, remove } = useAssetList(initial);
  const [library, setLibrary] = useState(adding && mayWrite);
  const upload = useCallback((files: File[]) => uploads.getState().add(files, bytesMax), [bytesMax]);
  const dragging = useFileDrop(mayWrite, upload);
  useThumbnails(assets, {
    enabled: mayWrite,
    make: async (...given) => (await import('../photograph-assets')).photographAssets(...given),
    onMade: (id, thumbnailUrl) => change(id, { thumbnailUrl }),
  });

  const toggleLibrary = (open: boolean) => {
    setLibrary(open);
    if (!open && adding) router.replace('/assets', { scroll: false });
  };
  const actions = mayWrite ? (
    <>
      <Button icon={<Shapes aria-hidden="true" />} onClick={() => setLibrary(true)}>
        {t('starter.button')}
      </Button>
      <UploadButton onFiles={upload} />
    </>
  ) : null;
  const isEmpty = assets.length === 0;

  return (
    <Page crumbs={[{ label: t('title') }]} title={t('title')} actions={isEmpty ? null : actions}>
      <UploadPanel />
      {isEmpty ? (
        <AssetsEmpty actions={actions} bytesMax={bytesMax} />
      ) : (
        <AssetGrid
          assets={assets}
          mayWrite={mayWrite}
          onSaved={(saved) => change(saved.id, { name: saved.name, description: saved.description })}
          onDuplicated={() => void refresh()}
          onDeleted={(gone) => {
            remove(gone.id);
            toast.success(t('delete.done', { name: gone.name }));
          }}
        />
      )}
      {dragging ? <DropOverlay /> : null}
      {mayWrite ? (
        <StarterDialog
          starters={starters}
          open={library}
          onOpenChange={toggleLibrary}
          onAdded={() => void refresh()}
          alternative={
            <UploadButton
              variant="secondary"
              onFiles={(files) => {
                toggleLibrary(false);
                upload(files);
              }}
            />
          }
        />
      ) : null}
    </Page>
  );
}
