'use client';

import { Box, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { SearchInput } from '@/components/ui/input';
import { matchesWords } from '@/lib/match-words';
import { type EditorAsset, useSceneEditor } from './editor-context';

/** MIME type under which the palette's drags carry an asset's id. */
export const ASSET_DRAG_TYPE = 'application/x-twinnoverse-asset';

/** Assets to place: drag one onto the floor, or press it to place it in the middle of the view. */
export function AssetPalette({ onPlace }: { onPlace: (asset: EditorAsset) => void }) {
  const t = useTranslations('sceneEditor');
  const { assets, session } = useSceneEditor();
  const [search, setSearch] = useState('');
  const shown = useMemo(
    () => [...assets.values()].filter((asset) => matchesWords(asset.name, search)),
    [assets, search],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="p-2">
        <SearchInput
          value={search}
          onValueChange={setSearch}
          placeholder={t('searchAssets')}
          aria-label={t('searchAssets')}
        />
      </div>
      <ul className="grid min-h-0 flex-1 auto-rows-min grid-cols-2 gap-2 overflow-y-auto px-2 pb-2">
        {shown.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              draggable
              title={asset.name}
              aria-label={t('placeAsset', { name: asset.name })}
              onClick={() => onPlace(asset)}
              onDragStart={(event) => {
                event.dataTransfer.setData(ASSET_DRAG_TYPE, asset.id);
                event.dataTransfer.effectAllowed = 'copy';
                session.getState().set({ dragging: asset.id });
              }}
              onDragEnd={() => session.getState().set({ dragging: null })}
              className="group block w-full cursor-grab overflow-hidden rounded-md border border-line bg-surface text-start transition-colors hover:border-line-strong hover:bg-hover active:cursor-grabbing"
            >
              <span className="relative grid aspect-4/3 place-items-center bg-sunken">
                {asset.thumbnailUrl ? (
                  // biome-ignore lint/performance/noImgElement: thumbnails are ready-sized WebP behind the session
                  <img
                    src={asset.thumbnailUrl}
                    alt=""
                    draggable={false}
                    className="size-full object-contain"
                  />
                ) : (
                  <Box aria-hidden="true" className="text-ink-3" />
                )}
                <Plus
                  aria-hidden="true"
                  className="absolute end-1.5 top-1.5 rounded-sm bg-surface text-ink-2 opacity-0 group-hover:opacity-100"
                />
              </span>
              <bdi className="block truncate px-2 py-1 text-small">{asset.name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {assets.size === 0 ? (
        <p className="px-4 pb-6 text-center text-ink-3 text-small">
          {t('noAssets')}{' '}
          <Link href="/assets" className="link-in-text">
            {t('toAssets')}
          </Link>
        </p>
      ) : shown.length === 0 ? (
        <p className="px-4 pb-6 text-center text-ink-3 text-small">{t('nothingFound')}</p>
      ) : null}
    </div>
  );
}
