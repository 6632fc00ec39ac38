'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel, PanelHead } from '@/components/ui/panel';
import { UploadRow } from './upload-row';
import { isActive } from './upload-store';
import { useUploads } from './uploads';

/** What is being uploaded, what came of it, and why some of it was refused. Nothing while there is none. */
export function UploadPanel() {
  const t = useTranslations('asset.upload');
  const all = useUploads((state) => state.uploads);
  const dismissDone = useUploads((state) => state.dismissDone);
  if (all.length === 0) return null;
  const active = all.filter(isActive).length;
  const done = all.filter(({ phase }) => phase === 'done').length;
  return (
    <Panel className="mb-4" labelledBy="uploads">
      <PanelHead id="uploads" title={active > 0 ? t('active', { count: active }) : t('title')}>
        {done > 0 ? (
          <Button size="small" variant="ghost" onClick={dismissDone}>
            {t('dismissDone')}
          </Button>
        ) : null}
      </PanelHead>
      <ul className="max-h-80 overflow-y-auto">
        {all.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
      </ul>
    </Panel>
  );
}
