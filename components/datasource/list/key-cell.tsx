'use client';

import { Ban, RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDuration } from '@/components/datasource/use-duration';
import { Badge } from '@/components/ui/badge';
import { useNow } from '@/components/ui/clock';
import type { KeySituation } from '@/lib/datasource/schema';

const LOOKS = {
  active: null,
  grace: { tone: 'neutral', icon: RefreshCw },
  expiring: { tone: 'look', icon: TriangleAlert },
  expired: { tone: 'act', icon: Ban },
  revoked: { tone: 'act', icon: Ban },
  none: { tone: 'act', icon: Ban },
} as const;

/** How the keys stand: plain text when all is usual, a badge when it differs. */
export function KeyCell({ keys, onlyUnusual = false }: { keys: KeySituation | null; onlyUnusual?: boolean }) {
  const t = useTranslations('datasource.keySituation');
  const duration = useDuration();
  const now = useNow();
  if (!keys) return null;
  const look = LOOKS[keys.situation];
  const left = keys.until ? duration(Date.parse(keys.until) - now) : '';
  const text = t(keys.situation, { count: keys.working, left });
  if (!look) return onlyUnusual ? null : <span className="text-ink-2">{text}</span>;
  return (
    <Badge tone={look.tone} icon={<look.icon aria-hidden="true" />}>
      <span suppressHydrationWarning>{text}</span>
    </Badge>
  );
}
