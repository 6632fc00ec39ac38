'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDuration } from '@/components/datasource/use-duration';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type ApiKeyInfo, extendedGraceSchema } from '@/lib/api-key/schema';

const MORE_SECONDS = [3600, 6 * 3600, 86_400, 7 * 86_400];

/** `path`: of the keys that it is one of. */
type Props = { path: string; apiKey: ApiKeyInfo; onChanged: () => Promise<void> };

/** How much is left of the time in which old and new key both work. */
export function GracePeriod({ path, apiKey, onChanged }: Props) {
  const t = useTranslations('datasource.keys');
  const duration = useDuration();
  const problemText = useProblemText();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  if (!apiKey.expiresAt) return null;
  const end = Date.parse(apiKey.expiresAt);
  const start = Date.parse(apiKey.replacedAt ?? apiKey.createdAt);
  const passed = Math.min(1, Math.max(0, (now - start) / Math.max(1, end - start)));

  const extend = async (seconds: number) => {
    setBusy(true);
    try {
      await api.post(`${path}/${apiKey.id}/extend`, { seconds }, extendedGraceSchema);
      await onChanged();
    } catch (error) {
      toast.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="mt-2.5">
      <div
        role="progressbar"
        aria-label={t('gracePeriod')}
        aria-valuenow={Math.round(passed * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1 overflow-hidden rounded-full bg-pressed"
      >
        <div
          className="h-full rounded-full bg-ink-3"
          style={{ width: `${passed * 100}%` }}
          suppressHydrationWarning
        />
      </div>
      <div className="mt-1 flex items-center justify-between text-small">
        <span className="text-ink-2" suppressHydrationWarning>
          {t('graceLeft', { left: duration(end - now), whole: duration(end - start) })}
        </span>
        <Menu>
          <MenuTrigger>
            <Button variant="ghost" size="small" loading={busy} className="-me-2 text-accent-text">
              {t('extend')}
            </Button>
          </MenuTrigger>
          <MenuContent>
            {MORE_SECONDS.map((seconds) => (
              <MenuItem key={seconds} onSelect={() => void extend(seconds)}>
                {t('extendBy', { duration: duration(seconds * 1000) })}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      </div>
    </div>
  );
}
