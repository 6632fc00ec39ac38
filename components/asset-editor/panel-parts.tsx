'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

/** Head of a panel: title, actions, and a cross where there is something to close. */
export function PanelHead({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose?: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations('assetEditor');
  return (
    <div className="flex h-10 shrink-0 items-center gap-1.5 ps-4 pe-2">
      <h2 dir="auto" className="min-w-0 grow truncate font-semibold text-small">
        {title}
      </h2>
      {children}
      {onClose ? (
        <IconButton label={t('closePanel')} icon={<X aria-hidden="true" />} onClick={onClose} />
      ) : null}
    </div>
  );
}

/** A part of a panel with a heading of its own. */
export function PanelGroup({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-line border-t">
      <div className="flex h-10 items-center justify-between gap-2 ps-4 pe-2">
        <h3 className="font-semibold text-small">{title}</h3>
        {aside}
      </div>
      <div className="grid gap-1.5 px-4 pb-3">{children}</div>
    </section>
  );
}

export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="grid gap-1.5 px-4 pb-3">{children}</dl>
);

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid min-h-6 grid-cols-[116px_minmax(0,1fr)] items-baseline gap-2 text-small">
      <dt className="text-ink-3">{label}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
