import { useTranslations } from 'next-intl';
import { assetGridStyle } from '@/components/asset/list/grid-style';
import { CardListSkeleton } from '@/components/document/card-list-skeleton';

export default function AssetsLoading() {
  const t = useTranslations('asset');
  return (
    <CardListSkeleton title={t('title')} loading={t('loading')} aspect="aspect-4/3" grid={assetGridStyle} />
  );
}
