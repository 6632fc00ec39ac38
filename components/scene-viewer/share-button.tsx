'use client';

import { Share2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ShareDialog } from '@/components/scene-share/share-dialog';
import { Button } from '@/components/ui/button';

export function ShareButton({ sceneId }: { sceneId: string }) {
  const t = useTranslations('viewer');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="primary"
        icon={<Share2 aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('share')}
      </Button>
      {open ? <ShareDialog sceneId={sceneId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
