'use client';

import { ClockAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { prepareAge } from '@/components/ui/prepare-age';

/** Less is the way of the message, not the clock: collectors send every ten seconds or so. */
const SHOWN_FROM_MS = 15_000;

/** Says when the times of a datasource's messages are not ours: a wrong clock is a common reason for odd charts. */
export function ClockOffset({ offsetMs }: { offsetMs: number | null }) {
  const t = useTranslations('datasource.detail.clock');
  const format = useFormatter();
  if (offsetMs === null || Math.abs(offsetMs) <= SHOWN_FROM_MS) return null;
  const { value, unit } = prepareAge(Math.abs(offsetMs));
  const by = format.number(value, { style: 'unit', unit, unitDisplay: 'long' });
  return (
    <p className="-mt-2 mb-4 flex items-center gap-1.5 text-ink-3 text-small">
      <ClockAlert aria-hidden="true" className="size-3.5 shrink-0" />
      {t(offsetMs > 0 ? 'ahead' : 'behind', { by })}
    </p>
  );
}
