'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { RequestSummary } from '@/lib/inspector/schema';
import { endpointName } from './endpoint-name';
import { OutcomeMark } from './outcome-mark';
import { useDuration } from './use-duration';
import { useSize } from './use-size';

type Props = { id: string; request: RequestSummary; isSelected: boolean; onSelect: () => void };

/** When, what became of it, by which way; how much, and what was in it or what was wrong. */
export function RequestRow({ id, request, isSelected, onSelect }: Props) {
  const t = useTranslations('inspector.list');
  const format = useFormatter();
  const duration = useDuration();
  const size = useSize();
  const { at, code, detail, messages, readings, bodyBytes, isReplay } = request;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys (aria-activedescendant)
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      onClick={onSelect}
      className={cn(
        'grid cursor-default gap-0.5 border-line border-b px-4 py-2 text-dense last:border-b-0 max-md:py-3',
        isSelected
          ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)] rtl:shadow-[inset_-2px_0_0_var(--accent)]'
          : 'hover:bg-hover',
      )}
    >
      <span className="flex items-center gap-2.5">
        <time dateTime={at} className="num shrink-0 text-ink-2 text-small" suppressHydrationWarning>
          {format.dateTime(new Date(at), {
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
            hourCycle: 'h23',
          })}
        </time>
        <OutcomeMark request={request} />
        <span className="num ms-auto shrink-0 text-ink-3 text-small">{duration(request.durationUs)}</span>
      </span>
      <span className="flex min-w-0 items-baseline gap-2.5 text-ink-3 text-small">
        {code === null ? (
          <span className="min-w-0 flex-1 truncate">{t('counts', { messages, readings })}</span>
        ) : (
          <bdi className="min-w-0 flex-1 truncate [text-align:match-parent]">{detail}</bdi>
        )}
        <span className="flex shrink-0 gap-1.5">
          {[isReplay ? t('replay') : null, endpointName(request), bodyBytes > 0 ? size(bodyBytes) : null]
            .filter((fact) => fact !== null)
            .map((fact) => (
              <bdi key={fact} className="not-first:before:me-1.5 not-first:before:content-['·']">
                {fact}
              </bdi>
            ))}
        </span>
      </span>
    </div>
  );
}
