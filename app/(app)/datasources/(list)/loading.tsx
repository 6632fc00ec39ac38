import { ListSkeleton } from '@/components/datasource/list/list-skeleton';

export default function DatasourcesLoading() {
  return <ListSkeleton />;
}
