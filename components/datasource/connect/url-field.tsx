'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';

/** The ingestion URL with its method and a copy button. */
export function UrlField({ url }: { url: string }) {
  const t = useTranslations('datasource.connect');
  return (
    <div className="flex min-h-10 items-center gap-2.5 rounded-md border border-line-strong bg-sunken py-1 ps-3 pe-1.5">
      <Badge>POST</Badge>
      <span
        data-testid="ingestion-url"
        className="ltr min-w-0 grow break-all font-mono text-dense tracking-[-0.01em] rtl:text-right"
      >
        {url}
      </span>
      <CopyButton text={url} label={t('copyUrl')} />
    </div>
  );
}
