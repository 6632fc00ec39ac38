'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';
import type { AssetEditorProps } from './asset-editor';

// 3D needs the browser: the server sends the frame at once, the editor follows.
const AssetEditor = dynamic(async () => (await import('./asset-editor')).AssetEditor, {
  ssr: false,
  loading: () => <Loading />,
});

export const AssetEditorPage = (props: AssetEditorProps) => <AssetEditor {...props} />;

function Loading() {
  const t = useTranslations('assetEditor');
  return (
    <div role="status" className="grid h-dvh animate-after-wait place-items-center text-ink-2">
      <span className="flex items-center gap-2">
        <Spinner />
        {t('loading')}
      </span>
    </div>
  );
}
