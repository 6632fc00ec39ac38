'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

type Props = {
  text: string;
  /** The one primary of the page is elsewhere. */
  isQuiet?: boolean;
};

/** A key in full, with the warning that it is shown this once. */
export function KeyOnce({ text, isQuiet = false }: Props) {
  const t = useTranslations('datasource.connect');
  const [copied, setCopied] = useState(false);
  return (
    <div className="overflow-hidden rounded-md border border-line-control bg-surface">
      <div className="flex items-center gap-3 py-3 ps-4 pe-3 max-md:flex-col max-md:items-stretch max-md:p-3">
        <code
          data-testid="api-key"
          onCopy={() => setCopied(true)}
          className="ltr grow break-all font-medium font-mono text-[15px] leading-6 tracking-[-0.01em] [font-variant-ligatures:none] rtl:text-right"
        >
          {text}
        </code>
        <CopyButton
          text={text}
          variant={copied || isQuiet ? 'secondary' : 'primary'}
          onCopied={() => setCopied(true)}
        >
          {copied ? t('keyCopied') : t('copyKey')}
        </CopyButton>
      </div>
      <p className="flex gap-2 border-look-line border-t bg-look-soft px-4 py-2 text-dense">
        <TriangleAlert aria-hidden="true" className="mt-0.5 shrink-0 text-look-text" />
        {t('once')}
      </p>
    </div>
  );
}
