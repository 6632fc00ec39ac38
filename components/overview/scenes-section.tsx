'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { SceneSummary } from '@/lib/scene/api-schema';
import type { Attention } from './prepare-attention';
import { SceneCard } from './scene-card';

const SHOWN_MAX = 3;

type Props = { scenes: readonly SceneSummary[]; attention: readonly Attention[]; mayWrite: boolean };

/** The scenes that were changed last. */
export function ScenesSection({ scenes, attention, mayWrite }: Props) {
  const t = useTranslations('overview.scenes');
  if (scenes.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={t('noneTitle')}
          actions={
            mayWrite ? (
              <ButtonLink variant="primary" href="/scenes?new">
                {t('create')}
              </ButtonLink>
            ) : null
          }
        >
          {t('noneText')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <section aria-labelledby="scenes">
      <div className="mt-1 mb-2 flex items-baseline justify-between gap-3">
        <h2 id="scenes" className="font-semibold text-dense">
          {t('title')}
        </h2>
        <Link href="/scenes" className="link text-dense">
          {t('all', { count: scenes.length })}
        </Link>
      </div>
      <ul className="grid grid-cols-3 gap-4 max-md:grid-cols-1">
        {scenes.slice(0, SHOWN_MAX).map((scene) => (
          <li key={scene.id} className="min-w-0">
            <SceneCard scene={scene} attention={attention} />
          </li>
        ))}
      </ul>
    </section>
  );
}
