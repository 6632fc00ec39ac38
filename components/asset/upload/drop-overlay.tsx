'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Says that files may be let go, while some are dragged over the page. */
export function DropOverlay() {
  const t = useTranslations('asset.upload');
  return (
    <div className="pointer-events-none fixed inset-0 z-30 grid animate-fade place-items-center bg-scrim p-4">
      <div className="grid justify-items-center gap-2 rounded-md border-2 border-accent border-dashed bg-raised px-12 py-10 shadow-dialog">
        <Upload aria-hidden="true" className="size-6 text-accent-text" />
        <p className="font-semibold text-lead">{t('drop')}</p>
        <p className="text-ink-2">{t('dropHint')}</p>
      </div>
    </div>
  );
}
