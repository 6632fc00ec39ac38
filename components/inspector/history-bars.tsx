'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/class-names';
import type { RequestHistory } from '@/lib/inspector/schema';

/** A bar for each slice of time: grey what was taken, red what was refused. The pointer reads one. */
export function HistoryBars({ history }: { history: RequestHistory }) {
  const t = useTranslations('inspector.history');
  const format = useFormatter();
  const [at, setAt] = useState<number | null>(null);
  const { messages, refused, from, barMs, span } = history;
  const most = Math.max(1, ...messages.map((count, i) => count + (refused[i] ?? 0)));
  const time = (i: number) =>
    format.dateTime(
      new Date(from + i * barMs),
      span === 'week'
        ? { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    );
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className="col-span-full">
      <div
        role="img"
        aria-label={t('bars', { messages: total(messages), refused: total(refused) })}
        onPointerLeave={() => setAt(null)}
        className="ltr flex h-14 items-end gap-px border-line border-b [direction:ltr]"
      >
        {messages.map((count, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the row
            key={i}
            onPointerEnter={() => setAt(i)}
            className={cn('flex h-full min-w-0 flex-1 flex-col justify-end gap-px', at === i && 'bg-hover')}
          >
            <Bar share={(refused[i] ?? 0) / most} className="bg-act" />
            <Bar share={count / most} className="bg-[var(--chart-2)]" />
          </span>
        ))}
      </div>
      <div className="num flex h-5 items-end justify-between text-ink-3 text-micro" aria-hidden="true">
        {at === null || messages[at] === undefined ? (
          <>
            <span>{messages.length > 0 ? time(0) : ' '}</span>
            <span>{t('now')}</span>
          </>
        ) : (
          <span className="text-ink-2">
            {t('bar', { time: time(at), messages: messages[at] ?? 0, refused: refused[at] ?? 0 })}
          </span>
        )}
      </div>
    </div>
  );
}

/** However few they were, they show. */
function Bar({ share, className }: { share: number; className: string }) {
  if (share === 0) return null;
  return (
    <i
      className={cn('block rounded-t-[1px] forced-color-adjust-none', className)}
      style={{ height: `max(2px, ${share * 100}%)` }}
    />
  );
}
