'use client';

import { Link as LinkIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { StatusDot } from '@/components/ui/status-mark';
import { Tooltip } from '@/components/ui/tooltip';
import type { SceneSummary } from '@/lib/scene/api-schema';
import type { SceneState } from './prepare-scenes';

/** Alerts that are met in a scene now, and whether it is shared. */
export function SceneBadges({ scene, state }: { scene: SceneSummary; state: SceneState }) {
  const t = useTranslations('scene.list');
  return (
    <>
      {state.act > 0 ? (
        <Badge tone="act" icon={<OctagonAlert aria-hidden="true" />}>
          {t('act', { count: state.act })}
        </Badge>
      ) : null}
      {state.look > 0 ? (
        <Badge tone="look" icon={<TriangleAlert aria-hidden="true" />}>
          {t('look', { count: state.look })}
        </Badge>
      ) : null}
      {scene.shared ? (
        <Tooltip content={t('shared')}>
          <span className="relative z-1 shrink-0 text-ink-3">
            <LinkIcon aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{t('shared')}</span>
          </span>
        </Tooltip>
      ) : null}
    </>
  );
}

/** What a scene holds, with the state of its data: only what is not as usual is said in words. */
export function SceneHolds({ scene, state }: { scene: SceneSummary; state: SceneState }) {
  const t = useTranslations('scene.list');
  const datasources = scene.datasourceIds.length;
  const unusual = state.status === 'error' || state.status === 'stale';
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {state.status ? <StatusDot status={state.status} /> : null}
      <span className="truncate">
        {t('instances', { count: scene.instances })}
        {datasources > 0 ? ' · ' : ''}
        {datasources === 0
          ? null
          : unusual
            ? t(`data.${state.status === 'error' ? 'error' : 'stale'}`, {
                count: state.inStatus,
                all: datasources,
              })
            : t('datasources', { count: datasources })}
      </span>
    </span>
  );
}
