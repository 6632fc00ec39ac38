'use client';

import { ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SlashSearch } from '@/components/document/slash-search';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { ASSET_ORDERS, ASSET_TYPES, type AssetOrder, type AssetType, type AssetView } from './prepare-assets';

type Props = {
  view: AssetView;
  counts: Record<AssetType, number>;
  onChange: (change: Partial<AssetView>) => void;
};

/** Search, type and order of the assets. */
export function AssetToolbar({ view, counts, onChange }: Props) {
  const t = useTranslations('asset.list');
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SlashSearch value={view.search} label={t('search')} onValueChange={(search) => onChange({ search })} />
      <SegmentedControl<AssetType>
        aria-label={t('typeLabel')}
        value={view.type}
        onValueChange={(type) => onChange({ type })}
        segments={ASSET_TYPES.map((type) => ({ value: type, label: t(`type.${type}`), count: counts[type] }))}
      />
      <div className="ms-auto max-md:hidden">
        <Menu>
          <MenuTrigger>
            <Button variant="ghost" icon={<ArrowUpDown aria-hidden="true" />}>
              {t(`order.${view.order}`)}
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuRadioGroup
              value={view.order}
              onValueChange={(order) => onChange({ order: order as AssetOrder })}
            >
              {ASSET_ORDERS.map((order) => (
                <MenuRadioItem key={order} value={order}>
                  {t(`order.${order}`)}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuContent>
        </Menu>
      </div>
    </div>
  );
}
