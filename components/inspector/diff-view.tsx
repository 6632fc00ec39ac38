'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { type DiffLine, foldDiff, prepareDiff } from './prepare-diff';

const SIGNS = { same: ' ', gone: '−', new: '+' } as const;
const LOOKS = {
  same: 'text-ink-2',
  gone: 'bg-act-soft text-act-text',
  new: 'bg-good-soft text-good-text',
} as const;

const MARKS = {
  same: '',
  gone: 'rounded-[2px] bg-act-line text-ink',
  new: 'rounded-[2px] bg-good-line text-ink',
} as const;

type Props = { before: string; after: string; label: string };

/** What changes between two texts, line by line; what stays only where it helps to find the place. */
export function DiffView({ before, after, label }: Props) {
  const t = useTranslations('inspector.fix');
  const lines = foldDiff(prepareDiff(before, after));
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="ltr max-h-80 overflow-auto bg-sunken py-2 text-left font-mono text-[12.5px] leading-5 [direction:ltr] [font-variant-ligatures:none] focus-visible:-outline-offset-2"
    >
      <div className="w-max min-w-full">
        {lines.map((line, i) =>
          line ? (
            <Line key={line.key} line={line} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place
            <div key={`gap${i}`} className="px-4 text-ink-3">
              ⋯<span className="sr-only">{t('unchanged')}</span>
            </div>
          ),
        )}
      </div>
    </section>
  );
}

function Line({ line: { kind, parts } }: { line: DiffLine }) {
  const t = useTranslations('inspector.fix');
  return (
    <div className={cn('flex whitespace-pre px-4', LOOKS[kind])}>
      <span aria-hidden="true" className="w-5 shrink-0 select-none">
        {SIGNS[kind]}
      </span>
      {kind === 'same' ? null : (
        <span className="sr-only">{t(kind === 'gone' ? 'lineGone' : 'lineNew')} </span>
      )}
      {parts.map(({ text, changed }, i) =>
        changed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the line
          <mark key={i} className={MARKS[kind]}>
            {text}
          </mark>
        ) : (
          text || ' '
        ),
      )}
    </div>
  );
}
