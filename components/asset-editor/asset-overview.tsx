'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useModelFacts } from './asset-facts';
import { useAssetEditor } from './editor-context';
import { Fact, FactList, PanelHead } from './panel-parts';

/** Nothing is selected: what the asset is. */
export function AssetOverview() {
  const t = useTranslations('assetEditor.overview');
  const format = useFormatter();
  const { asset, canEdit } = useAssetEditor();
  const { statistics } = asset;
  const facts = useModelFacts(statistics);
  return (
    <section aria-label={asset.name}>
      <PanelHead title={asset.name} />
      <FactList>
        <Fact label={t('dimensions')}>
          <span className="ltr num">{facts.dimensions}</span>
        </Fact>
        <Fact label={t('triangles')}>{facts.number(statistics.triangles)}</Fact>
        <Fact label={t('meshes')}>{facts.number(statistics.meshes)}</Fact>
        <Fact label={t('materials')}>{facts.number(statistics.materials)}</Fact>
        <Fact label={t('textures')}>{facts.number(statistics.textures)}</Fact>
        <Fact label={t('animations')}>{facts.number(statistics.animations)}</Fact>
        <Fact label={t('size')}>{facts.megabytes}</Fact>
        <Fact label={t('file')}>
          <bdi className="break-all">{asset.fileName}</bdi>
        </Fact>
        <Fact label={t('usedIn')}>{t('scenes', { count: asset.usedIn })}</Fact>
        <Fact label={t('created')}>
          {format.dateTime(new Date(asset.createdAt), { dateStyle: 'medium' })}
        </Fact>
      </FactList>
      {canEdit ? <p className="border-line border-t px-4 py-3 text-ink-3 text-small">{t('hint')}</p> : null}
    </section>
  );
}
