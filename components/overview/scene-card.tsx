'use client';

import { Map as MapIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { SceneSummary } from '@/lib/scene/api-schema';
import type { Attention } from './prepare-attention';

type Props = { scene: SceneSummary; attention: readonly Attention[] };

/** Picture, name, what is in it, and alerts that are met in it now. */
export function SceneCard({ scene, attention }: Props) {
  const t = useTranslations('overview.scenes');
  const met = attention.filter(
    (one) => one.kind === 'alert' && one.watched.scenes.some(({ id }) => id === scene.id),
  );
  const act = met.filter(({ severity }) => severity === 'act').length;
  const look = met.filter(({ severity }) => severity === 'look').length;
  return (
    <Link
      href={`/s/${scene.id}`}
      className="block overflow-hidden rounded-md border border-line bg-surface transition-colors hover:border-line-control"
    >
      <span className="grid aspect-video place-items-center border-line border-b bg-iso-bg">
        {scene.thumbnailUrl ? (
          // biome-ignore lint/performance/noImgElement: served by us at its size, immutable
          <img src={scene.thumbnailUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <MapIcon aria-hidden="true" className="size-8 text-line-control" />
        )}
      </span>
      <span className="grid gap-1 px-3 pt-2.5 pb-3">
        <span className="flex items-center gap-2 font-semibold text-dense">
          <bdi className="min-w-0 grow truncate">{scene.name}</bdi>
          {act > 0 ? (
            <Badge tone="act" icon={<OctagonAlert aria-hidden="true" />}>
              {t('act', { count: act })}
            </Badge>
          ) : null}
          {look > 0 ? (
            <Badge tone="look" icon={<TriangleAlert aria-hidden="true" />}>
              {t('look', { count: look })}
            </Badge>
          ) : null}
        </span>
        <span className="truncate text-ink-3 text-small">
          {t('holds', { instances: scene.instances, datasources: scene.datasourceIds.length })}
        </span>
      </span>
    </Link>
  );
}
