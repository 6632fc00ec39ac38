'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { AssetSummary } from '@/lib/asset/api-schema';
import { AssetCard } from './asset-card';
import type { AssetMenuProps } from './asset-menu';
import { AssetToolbar } from './asset-toolbar';
import { assetGridStyle } from './grid-style';
import { countTypes, FIRST_VIEW, prepareAssets } from './prepare-assets';

type Props = Omit<AssetMenuProps, 'asset'> & { assets: readonly AssetSummary[] };

/** Toolbar and cards. */
export function AssetGrid({ assets, ...menu }: Props) {
  const t = useTranslations('asset.list');
  const [view, setView] = useState(FIRST_VIEW);
  const shown = useMemo(() => prepareAssets(assets, view), [assets, view]);
  return (
    <>
      <AssetToolbar
        view={view}
        counts={countTypes(assets)}
        onChange={(next) => setView((known) => ({ ...known, ...next }))}
      />
      {shown.length > 0 ? (
        <ul className={assetGridStyle}>
          {shown.map((asset) => (
            <AssetCard key={asset.id} asset={asset} {...menu} />
          ))}
        </ul>
      ) : (
        <Panel>
          <EmptyState
            title={t('noMatch')}
            actions={
              <Button onClick={() => setView({ ...view, search: '', type: 'all' })}>
                {t('clearFilters')}
              </Button>
            }
          >
            {view.search ? t('noMatchText', { search: view.search }) : t('noMatchType')}
          </EmptyState>
        </Panel>
      )}
    </>
  );
}
