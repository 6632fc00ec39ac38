'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { AssetStatistics } from '@/lib/asset/schema';
import { useAssetEditor } from './editor-context';

const MEGABYTE = 1_000_000;

/** Sizes of the model in words: triangles, materials, bytes, metres. */
export function useModelFacts({ triangles, materials, bytes, bounds }: AssetStatistics) {
  const t = useTranslations('assetEditor.facts');
  const format = useFormatter();
  const number = (value: number, digits = 0) =>
    format.number(value, { numberingSystem: 'latn', maximumFractionDigits: digits });
  const metres = bounds.max.map((max, axis) => {
    const size = max - (bounds.min[axis] ?? 0);
    return format.number(size, {
      numberingSystem: 'latn',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
  });
  return {
    triangles: t('triangles', { count: triangles, shown: number(triangles) }),
    materials: t('materials', { count: materials, shown: number(materials) }),
    megabytes: t('megabytes', { shown: number(bytes / MEGABYTE, bytes < MEGABYTE ? 2 : 1) }),
    /** Width × depth × height, as a plan has it. */
    dimensions: t('dimensions', { width: metres[0] ?? '', depth: metres[2] ?? '', height: metres[1] ?? '' }),
    number,
  };
}

/** Foot of the left panel. */
export function AssetFactsLine() {
  const { asset } = useAssetEditor();
  const facts = useModelFacts(asset.statistics);
  return (
    <p className="num shrink-0 whitespace-normal border-line border-t px-4 py-2.5 text-ink-3 text-small leading-[18px]">
      {[facts.triangles, facts.materials, facts.megabytes].map((fact, i) => (
        <Fragment key={fact}>
          {i > 0 ? ' · ' : null}
          <span className="whitespace-nowrap">{fact}</span>
        </Fragment>
      ))}
      <span className="block">
        <span className="ltr">{facts.dimensions}</span>
      </span>
    </p>
  );
}
