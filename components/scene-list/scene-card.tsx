'use client';

import { Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import { Age } from '@/components/ui/age';
import type { SceneState } from './prepare-scenes';
import { SceneMenu, type SceneMenuProps } from './scene-menu';
import { SceneBadges, SceneHolds } from './scene-meta';

export type SceneItemProps = SceneMenuProps & { state: SceneState };

/** Covers the whole card, so that all of it opens the scene; menus and marks lie above. */
export const wholeCardLink =
  'outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2';

export function SceneCard({ state, ...menu }: SceneItemProps) {
  const { scene } = menu;
  return (
    <li className="relative min-w-0 overflow-hidden rounded-md border border-line bg-surface transition-colors focus-within:border-line-control hover:border-line-control">
      <span className="grid aspect-video place-items-center border-line border-b bg-iso-bg">
        {scene.thumbnailUrl ? (
          // biome-ignore lint/performance/noImgElement: served by us at its size, immutable
          <img src={scene.thumbnailUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <MapIcon aria-hidden="true" className="size-8 text-line-control" />
        )}
      </span>
      <div className="grid gap-1 px-3 pt-2 pb-3">
        <div className="flex min-h-7 items-center gap-2">
          <h2 dir="auto" className="min-w-0 grow truncate font-semibold text-dense">
            <Link href={`/s/${scene.id}`} className={wholeCardLink}>
              {scene.name}
            </Link>
          </h2>
          <SceneBadges scene={scene} state={state} />
          <SceneMenu {...menu} />
        </div>
        <div className="flex items-center gap-3 text-ink-3 text-small">
          <SceneHolds scene={scene} state={state} />
          <Age at={scene.updatedAt} className="ms-auto shrink-0" />
        </div>
      </div>
    </li>
  );
}
