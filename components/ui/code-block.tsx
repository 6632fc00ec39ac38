import type { ReactNode } from 'react';
import { cn } from './class-names';
import { type CodeLanguage, type CodeTokenKind, prepareCode } from './prepare-code';

const KINDS: Record<CodeTokenKind, string> = {
  plain: '',
  string: 'text-ink-2',
  comment: 'text-ink-3 italic',
  keyword: 'font-semibold',
  variable: 'text-accent-text',
};

type Props = { code: string; language?: CodeLanguage; label?: string; className?: string };

/** Code, left to right in every language, scrolling sideways. */
export function CodeBlock({ code, language = 'text', label, className }: Props) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      {...(label ? { role: 'region', 'aria-label': label } : {})}
      className={cn(
        'overflow-x-auto bg-sunken px-4 py-3.5 text-left font-mono text-[12.5px] text-ink leading-5 tracking-[-0.01em] [direction:ltr] [font-variant-ligatures:none] [tab-size:2] focus-visible:-outline-offset-2',
        className,
      )}
    >
      <code>
        {prepareCode(code, language).map((token) =>
          token.kind === 'plain' ? (
            token.text
          ) : (
            <span key={token.at} className={KINDS[token.kind]}>
              {token.text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}

/** A short piece of code inside a sentence. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <code
      className={cn(
        'ltr whitespace-nowrap rounded-sm bg-hover px-[5px] py-px font-[450] font-mono text-[0.9em] text-ink [font-variant-ligatures:none]',
        className,
      )}
    >
      {children}
    </code>
  );
}
