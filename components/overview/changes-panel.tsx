'use client';

import { Box, Gauge, KeyRound, Map as MapIcon, RadioTower } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Age } from '@/components/ui/age';
import { Code } from '@/components/ui/code-block';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { Change, ChangeKind } from '@/lib/workspace/overview-schema';

type Look = { icon: ReactNode; path: 'datasources' | 'assets' | 'scenes' };
const datasource: Look = { icon: <RadioTower aria-hidden="true" />, path: 'datasources' };
const key: Look = { icon: <KeyRound aria-hidden="true" />, path: 'datasources' };
const asset: Look = { icon: <Box aria-hidden="true" />, path: 'assets' };
const scene: Look = { icon: <MapIcon aria-hidden="true" />, path: 'scenes' };
const LOOKS: Record<ChangeKind, Look> = {
  datasource_created: datasource,
  key_created: key,
  key_revoked: key,
  metrics_seen: { icon: <Gauge aria-hidden="true" />, path: 'datasources' },
  asset_created: asset,
  asset_saved: asset,
  scene_created: scene,
  scene_saved: scene,
};

export function ChangesPanel({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('overview.changes');
  return (
    <Panel labelledBy="changes">
      <PanelHead id="changes" title={t('title')} note={t('lastWeek')} />
      <ul className="py-1">
        {changes.map((change) => (
          <li
            key={`${change.kind} ${change.what.id} ${change.at}`}
            className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-2.5 px-4 py-[7px] text-dense [&_svg]:m-0.5 [&_svg]:text-ink-3"
          >
            {LOOKS[change.kind].icon}
            <span className="min-w-0 break-words">
              {t.rich(change.kind, {
                name: () => (
                  <Link
                    prefetch={false}
                    href={`/${LOOKS[change.kind].path}/${change.what.id}`}
                    className="font-[550] hover:underline"
                  >
                    {change.what.name}
                  </Link>
                ),
                key: () => <Code>{change.key}</Code>,
                count: change.count,
                more: change.count - 1,
                by: change.by ?? 'nobody',
              })}
            </span>
            <Age at={change.at} form="short" className="pt-0.5 text-ink-2 text-small" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
