'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { formatBytes } from '@/components/ui/format-bytes';
import { Panel } from '@/components/ui/panel';
import { MachineDrawing } from './machine-drawing';

/** No asset yet: what one is, and two ways to get one. */
export function AssetsEmpty({ actions, bytesMax }: { actions: ReactNode; bytesMax: number }) {
  const t = useTranslations('asset.empty');
  const format = useFormatter();
  return (
    <Panel>
      <EmptyState
        art={<MachineDrawing />}
        title={t('title')}
        actions={actions}
        footer={
          <>
            {actions ? <p>{t('formats', { size: formatBytes(bytesMax, format) })}</p> : null}
            <Link href="/docs/assets" className="link">
              {t('docs')}
            </Link>
          </>
        }
        className="pt-16 pb-14"
      >
        {t('text')}
        {actions ? null : <p className="mt-2">{t('viewer')}</p>}
      </EmptyState>
    </Panel>
  );
}
