import type { AssetSummary } from '@/lib/asset/api-schema';
import { matchesWords } from '@/lib/match-words';

export const ASSET_TYPES = ['all', 'uploaded', 'starter', 'unused'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];
export const ASSET_ORDERS = ['changed', 'name', 'size'] as const;
export type AssetOrder = (typeof ASSET_ORDERS)[number];

export type AssetView = { search: string; type: AssetType; order: AssetOrder };
export const FIRST_VIEW: AssetView = { search: '', type: 'all', order: 'changed' };

const TESTS: Record<AssetType, (asset: AssetSummary) => boolean> = {
  all: () => true,
  uploaded: (asset) => asset.starterKind === null,
  starter: (asset) => asset.starterKind !== null,
  unused: (asset) => asset.usedIn === 0,
};

const COMPARE: Record<AssetOrder, (a: AssetSummary, b: AssetSummary) => number> = {
  changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  size: (a, b) => b.statistics.bytes - a.statistics.bytes,
};

/** The assets to show, in order. Every word of the search must occur in name, description or file name. */
export function prepareAssets(
  assets: readonly AssetSummary[],
  { search, type, order }: AssetView,
): AssetSummary[] {
  return assets
    .filter(TESTS[type])
    .filter((asset) => matchesWords(`${asset.name} ${asset.description} ${asset.fileName}`, search))
    .sort((a, b) => COMPARE[order](a, b) || a.id.localeCompare(b.id));
}

export const countTypes = (assets: readonly AssetSummary[]): Record<AssetType, number> => ({
  all: assets.length,
  uploaded: assets.filter(TESTS.uploaded).length,
  starter: assets.filter(TESTS.starter).length,
  unused: assets.filter(TESTS.unused).length,
});
