'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { SqlAccess } from '@/lib/sql-access/schema';

type Props = { access: SqlAccess; password: string; onClose: () => void };

/** The password, this once. It closes by its own button only: a slip beside it must not lose it. */
export function PasswordDialog({ access, password, onClose }: Props) {
  const t = useTranslations('sqlAccess.password');
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open
      isSticky
      onOpenChange={onClose}
      width={560}
      title={t('title')}
      description={t.rich('text', { user: () => <span className="ltr code-text">{access.user}</span> })}
      footer={
        <DialogClose>
          <Button>{t('done')}</Button>
        </DialogClose>
      }
    >
      <div className="overflow-hidden rounded-md border border-line-control bg-surface">
        <div className="flex items-center gap-3 py-3 ps-4 pe-3 max-md:flex-col max-md:items-stretch max-md:p-3">
          <code
            data-testid="sql-password"
            onCopy={() => setCopied(true)}
            className="ltr grow break-all font-medium font-mono text-[15px] leading-6 [font-variant-ligatures:none] rtl:text-right"
          >
            {password}
          </code>
          <CopyButton
            text={password}
            variant={copied ? 'secondary' : 'primary'}
            onCopied={() => setCopied(true)}
          >
            {copied ? t('copied') : t('copy')}
          </CopyButton>
        </div>
        <p className="flex gap-2 border-look-line border-t bg-look-soft px-4 py-2 text-dense">
          <TriangleAlert aria-hidden="true" className="mt-0.5 shrink-0 text-look-text" />
          {t('once')}
        </p>
      </div>
    </Dialog>
  );
}
