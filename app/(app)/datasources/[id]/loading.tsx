import { DetailSkeleton } from '@/components/datasource/detail/detail-skeleton';

export default function DatasourceLoading() {
  return <DetailSkeleton />;
}
