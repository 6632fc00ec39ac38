'use client';

import { ArrowUpDown, LayoutGrid, List } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SlashSearch } from '@/components/document/slash-search';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import {
  SCENE_FILTERS,
  SCENE_ORDERS,
  type SceneFilter,
  type SceneOrder,
  type SceneView,
} from './prepare-scenes';
import { SCENE_LAYOUTS, type SceneLayout } from './use-scene-layout';

type Props = {
  view: SceneView;
  counts: Record<SceneFilter, number>;
  onChange: (change: Partial<SceneView>) => void;
  layout: SceneLayout;
  onLayout: (layout: SceneLayout) => void;
};

const ICONS: Record<SceneLayout, typeof List> = { grid: LayoutGrid, list: List };

/** Search, filter, order, and cards or lines. */
export function SceneToolbar({ view, counts, onChange, layout, onLayout }: Props) {
  const t = useTranslations('scene.list');
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SlashSearch value={view.search} label={t('search')} onValueChange={(search) => onChange({ search })} />
      <SegmentedControl<SceneFilter>
        aria-label={t('filterLabel')}
        value={view.filter}
        onValueChange={(filter) => onChange({ filter })}
        segments={SCENE_FILTERS.map((filter) => ({
          value: filter,
          label: t(`filter.${filter}`),
          count: counts[filter],
        }))}
      />
      <div className="ms-auto flex items-center gap-2 max-md:hidden">
        <Menu>
          <MenuTrigger>
            <Button variant="ghost" icon={<ArrowUpDown aria-hidden="true" />}>
              {t(`order.${view.order}`)}
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuRadioGroup
              value={view.order}
              onValueChange={(order) => onChange({ order: order as SceneOrder })}
            >
              {SCENE_ORDERS.map((order) => (
                <MenuRadioItem key={order} value={order}>
                  {t(`order.${order}`)}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuContent>
        </Menu>
        <SegmentedControl<SceneLayout>
          aria-label={t('layoutLabel')}
          value={layout}
          onValueChange={onLayout}
          segments={SCENE_LAYOUTS.map((value) => {
            const Icon = ICONS[value];
            return {
              value,
              title: t(`layout.${value}`),
              label: <span className="sr-only">{t(`layout.${value}`)}</span>,
              icon: <Icon aria-hidden="true" />,
            };
          })}
        />
      </div>
    </div>
  );
}
