import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { Topbar } from './topbar';

const ROWS = ['62%', '48%', '70%', '55%', '66%', '44%', '58%'];

/** A page that is on its way: header and rows at their sizes, and no counts. */
export function PageSkeleton() {
  const t = useTranslations('shell');
  return (
    <>
      <Topbar crumbs={[{ label: <Skeleton width="96px" /> }]} />
      <main id="content" aria-busy="true" className="w-full max-w-360 px-6 pt-5 max-md:px-4 max-md:pt-4">
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
        <div className="mb-6 flex h-8 items-center">
          <Skeleton width="220px" height="16px" />
        </div>
        <div className="rounded-md border border-line">
          {ROWS.map((width) => (
            <div key={width} className="flex h-10 items-center border-line border-b px-4 last:border-b-0">
              <div className="w-full">
                <Skeleton width={width} />
              </div>
            </div>
          ))}
        </div>
      </main>
    </>
  );
}
