'use client';

import { RotateCw, Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './class-names';

type Props = {
  /** A sentence: "The list could not be loaded". */
  title: ReactNode;
  /** Why, and what is safe. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** For whoever is asked for help. */
  code?: string;
  status?: number;
  requestId?: string;
  icon?: ReactNode;
  actions?: ReactNode;
  as?: 'h1' | 'h2' | 'h3';
  className?: string;
};

/** Something did not work: what, what is safe, try again, and the details one needs to ask for help. */
export function ErrorState(props: Props) {
  const { title, children, onRetry, retrying = false, icon, actions, as: Heading = 'h2', className } = props;
  const t = useTranslations('ui.error');
  const details = [
    props.code ? [t('code'), props.code] : null,
    props.status ? [t('status'), String(props.status)] : null,
    props.requestId ? [t('requestId'), props.requestId] : null,
  ].filter((entry) => entry !== null);
  return (
    <div role="alert" className={cn('grid justify-items-center gap-2 px-6 py-12 text-center', className)}>
      <span className="mb-2 grid size-10 place-items-center rounded-full border border-act-line bg-act-soft text-act-text">
        {icon ?? <Unplug aria-hidden="true" className="size-5" />}
      </span>
      <Heading className="font-semibold text-lead tracking-[-0.01em]">{title}</Heading>
      {children ? <div className="max-w-[52ch] text-balance text-ink-2">{children}</div> : null}
      {onRetry || actions ? (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {onRetry ? (
            <Button onClick={onRetry} loading={retrying} icon={<RotateCw aria-hidden="true" />}>
              {t('tryAgain')}
            </Button>
          ) : null}
          {actions}
        </div>
      ) : null}
      {details.length > 0 ? (
        <dl className="mt-3 flex flex-wrap justify-center gap-x-4 gap-y-1 text-ink-3 text-small">
          {details.map(([label, value]) => (
            <div key={label} className="flex gap-1.5">
              <dt>{label}</dt>
              <dd className="code-text ltr">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
