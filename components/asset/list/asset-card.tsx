'use client';

import { Box } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Age } from '@/components/ui/age';
import { formatBytes } from '@/components/ui/format-bytes';
import type { AssetSummary } from '@/lib/asset/api-schema';
import { AssetMenu, type AssetMenuProps } from './asset-menu';

/** Picture, name, what it is made of, where it is used. The whole card opens the asset; its menu lies above that. */
export function AssetCard({ asset, ...menu }: Omit<AssetMenuProps, 'asset'> & { asset: AssetSummary }) {
  const t = useTranslations('asset.list');
  const format = useFormatter();
  return (
    <li className="relative min-w-0 overflow-hidden rounded-md border border-line bg-surface transition-colors focus-within:border-line-control hover:border-line-control">
      <span className="grid aspect-4/3 place-items-center border-line border-b bg-iso-bg">
        {asset.thumbnailUrl ? (
          // biome-ignore lint/performance/noImgElement: served by us at its size, immutable
          <img src={asset.thumbnailUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <Box aria-hidden="true" className="size-8 text-line-control" />
        )}
      </span>
      <div className="grid gap-1 px-3 pt-2.5 pb-3">
        <div className="flex items-center gap-1">
          <h2 dir="auto" className="min-w-0 grow truncate font-semibold text-dense">
            <Link
              href={`/assets/${asset.id}`}
              className="outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
            >
              {asset.name}
            </Link>
          </h2>
          <AssetMenu asset={asset} {...menu} />
        </div>
        <p className="flex items-center gap-1.5 text-ink-3 text-small">
          <span className="truncate">
            {t('made', {
              triangles: format.number(asset.statistics.triangles, { notation: 'compact' }),
              size: formatBytes(asset.statistics.bytes, format),
            })}
          </span>
          <Age at={asset.updatedAt} className="ms-auto shrink-0" />
        </p>
        <p className="truncate text-ink-3 text-small">
          {t('use', { scenes: asset.usedIn, widgets: asset.widgets })}
        </p>
      </div>
    </li>
  );
}
