import { useTranslations } from 'next-intl';
import { CardListSkeleton } from '@/components/document/card-list-skeleton';
import { sceneGridStyle } from '@/components/scene-list/grid-style';

export default function ScenesLoading() {
  const t = useTranslations('scene');
  return (
    <CardListSkeleton title={t('title')} loading={t('loading')} aspect="aspect-video" grid={sceneGridStyle} />
  );
}
