'use client';

import { Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import { Age } from '@/components/ui/age';
import { Panel } from '@/components/ui/panel';
import { type SceneItemProps, wholeCardLink } from './scene-card';
import { SceneMenu } from './scene-menu';
import { SceneBadges, SceneHolds } from './scene-meta';

/** The same scenes as lines: many at a glance. */
export function SceneRows({ items }: { items: readonly SceneItemProps[] }) {
  return (
    <Panel>
      <ul>
        {items.map(({ state, ...menu }) => (
          <SceneRow key={menu.scene.id} state={state} {...menu} />
        ))}
      </ul>
    </Panel>
  );
}

function SceneRow({ state, ...menu }: SceneItemProps) {
  const { scene } = menu;
  return (
    <li className="relative flex items-center gap-3 border-line border-b py-2 ps-3 pe-2 last:border-b-0 hover:bg-hover">
      <span className="grid aspect-video w-20 shrink-0 place-items-center overflow-hidden rounded-sm border border-line bg-iso-bg">
        {scene.thumbnailUrl ? (
          // biome-ignore lint/performance/noImgElement: served by us at its size, immutable
          <img src={scene.thumbnailUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <MapIcon aria-hidden="true" className="size-5 text-line-control" />
        )}
      </span>
      <div className="grid min-w-0 grow gap-0.5">
        <h2 dir="auto" className="truncate font-semibold text-dense">
          <Link href={`/s/${scene.id}`} className={wholeCardLink}>
            {scene.name}
          </Link>
        </h2>
        <div className="text-ink-3 text-small">
          <SceneHolds scene={scene} state={state} />
        </div>
      </div>
      <SceneBadges scene={scene} state={state} />
      <Age at={scene.updatedAt} className="w-24 shrink-0 text-end text-ink-3 text-small max-md:hidden" />
      <SceneMenu {...menu} />
    </li>
  );
}
