import { Page } from '@/components/shell/page';
import { cn } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';

const CARDS = ['62%', '48%', '70%', '55%', '66%', '44%'];

type Props = { title: string; loading: string; aspect: 'aspect-4/3' | 'aspect-video'; grid: string };

/** A page of cards while it loads: the same sizes, no counts. */
export function CardListSkeleton({ title, loading, aspect, grid }: Props) {
  return (
    <Page crumbs={[{ label: title }]} title={title}>
      <p role="status" className="sr-only">
        {loading}
      </p>
      <div className="mb-3 flex h-8 items-center">
        <Skeleton width="260px" height="32px" />
      </div>
      <div aria-hidden="true" className={grid}>
        {CARDS.map((width) => (
          <div key={width} className="overflow-hidden rounded-md border border-line">
            <div className={cn('border-line border-b bg-iso-bg', aspect)} />
            <div className="grid gap-3 px-3 pt-3.5 pb-4">
              <Skeleton width={width} />
              <Skeleton width="36%" />
            </div>
          </div>
        ))}
      </div>
    </Page>
  );
}
