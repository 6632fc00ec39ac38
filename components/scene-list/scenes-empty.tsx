'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { PlantDrawing } from './plant-drawing';

/** No scene yet: what one is, and two ways to get one. */
export function ScenesEmpty({ actions }: { actions: ReactNode }) {
  const t = useTranslations('scene.empty');
  return (
    <Panel>
      <EmptyState
        art={<PlantDrawing />}
        title={t('title')}
        actions={actions}
        footer={
          <Link href="/docs/scenes" className="link">
            {t('docs')}
          </Link>
        }
        className="pt-16 pb-14"
      >
        {t('text')}
        {actions ? null : <p className="mt-2">{t('viewer')}</p>}
      </EmptyState>
    </Panel>
  );
}
