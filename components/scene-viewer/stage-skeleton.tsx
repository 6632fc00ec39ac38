import { useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';

/** Fills the window while the 3D code loads. */
export function StageSkeleton() {
  const t = useTranslations('viewer');
  return (
    <main aria-busy="true" className="grid h-dvh place-items-center bg-canvas">
      <p role="status" className="flex items-center gap-2 text-dense text-ink-2">
        <Spinner />
        {t('loading')}
      </p>
    </main>
  );
}
