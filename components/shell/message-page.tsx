import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Logo } from './logo';

type Props = { title: ReactNode; children: ReactNode; actions?: ReactNode };

/** A whole page that says one thing: not found, out of order. */
export function MessagePage({ title, children, actions }: Props) {
  return (
    <main id="content" className="grid min-h-dvh place-items-center bg-surface">
      <EmptyState as="h1" title={title} actions={actions} art={<Logo className="mx-auto mt-24 size-10" />}>
        {children}
      </EmptyState>
    </main>
  );
}
