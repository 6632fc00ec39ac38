'use client';

import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CopyButton } from './copy-button';

type Props = {
  secret: string;
  testId: string;
  copy: ReactNode;
  copied: ReactNode;
  /** That it will not be shown again. */
  warning: ReactNode;
  /** The one primary of the page is elsewhere. */
  isQuiet?: boolean;
};

/** A secret in full, to be copied, with the warning that it is shown this once. */
export function ShownOnce({ secret, testId, copy, copied, warning, isQuiet = false }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  const noteCopied = () => setIsCopied(true);
  return (
    <div className="overflow-hidden rounded-md border border-line-control bg-surface">
      <div className="flex items-center gap-3 py-3 ps-4 pe-3 max-md:flex-col max-md:items-stretch max-md:p-3">
        <code
          data-testid={testId}
          onCopy={noteCopied}
          className="ltr grow break-all font-medium font-mono text-[15px] leading-6 tracking-[-0.01em] [font-variant-ligatures:none] rtl:text-right"
        >
          {secret}
        </code>
        <CopyButton
          text={secret}
          variant={isCopied || isQuiet ? 'secondary' : 'primary'}
          onCopied={noteCopied}
        >
          {isCopied ? copied : copy}
        </CopyButton>
      </div>
      <p className="flex gap-2 border-look-line border-t bg-look-soft px-4 py-2 text-dense">
        <TriangleAlert aria-hidden="true" className="mt-0.5 shrink-0 text-look-text" />
        {warning}
      </p>
    </div>
  );
}
