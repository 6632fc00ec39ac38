import type { ReactNode } from 'react';

type Props = {
  /** The situation in a sentence, or the name of the thing. */
  title: ReactNode;
  /** Beside the title: a status. */
  status?: ReactNode;
  description?: ReactNode;
  /** At most one primary; none when an empty or error state below holds it. */
  actions?: ReactNode;
};

export function PageHeader({ title, status, description, actions }: Props) {
  return (
    <header className="mb-4 flex items-start gap-3 max-md:mb-3 max-md:flex-wrap max-md:items-center">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-title tracking-[-0.017em] [[lang=ar]_&]:tracking-normal">
            {title}
          </h1>
          {status}
        </div>
        {description ? <p className="mt-0.5 text-ink-2 [[lang=ar]_&]:mt-1.5">{description}</p> : null}
      </div>
      {actions ? (
        <div className="ms-auto flex shrink-0 gap-2 max-md:flex-wrap max-md:[header:has(p)>&]:ms-0">
          {actions}
        </div>
      ) : null}
    </header>
  );
}
