'use client';

import { useTimeText } from '@/components/widget/chart/use-time-text';

/** A moment to the millisecond, where it has any. */
export function useExactTime(): (at: number) => string {
  const time = useTimeText();
  return (at) => {
    const ms = Math.round(at % 1_000);
    return ms === 0 ? time.moment(at) : `${time.moment(at)}.${String(ms).padStart(3, '0')}`;
  };
}
