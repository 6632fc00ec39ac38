'use client';

import { Globe, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type SceneSharing, sceneSharingSchema } from '@/lib/scene/api-schema';

/** The public, read-only link of a scene: on, off, or a new one in place of the old. */
export function ShareDialog({ sceneId, onClose }: { sceneId: string; onClose: () => void }) {
  const t = useTranslations('share');
  const problemText = useProblemText();
  const [share, setShare] = useState<SceneSharing | null>(null);
  const [busy, setBusy] = useState(false);
  const address = `/api/v1/scenes/${sceneId}/share`;

  /** Answers whether it went well. */
  const act = async (work: () => Promise<SceneSharing>): Promise<boolean> => {
    setBusy(true);
    try {
      setShare(await work());
      return true;
    } catch (problem) {
      toast.error(t('failed'), { description: problemText(problem) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scene
  useEffect(() => {
    void act(() => api.get(address, sceneSharingSchema)).then((known) => known || onClose());
  }, [address]);

  const url = share?.path ? new URL(share.path, window.location.origin).href : null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('detail')}>
      {share ? (
        <div className="flex flex-col gap-4 pt-1">
          <div className="flex items-center gap-3 rounded-md border border-line p-3">
            <Globe aria-hidden="true" className="text-ink-3" />
            <label htmlFor="share-switch" className="flex-1">
              <span className="block font-[550] text-dense">{t('anyone')}</span>
              <span className="block text-ink-3 text-small">{t(url ? 'onHint' : 'offHint')}</span>
            </label>
            <Switch
              id="share-switch"
              checked={url !== null}
              disabled={busy}
              onCheckedChange={(enabled) => void act(() => api.put(address, { enabled }, sceneSharingSchema))}
            />
          </div>
          {url ? (
            <Field label={t('link')}>
              <Input
                readOnly
                value={url}
                inputClassName="ltr code-text"
                onFocus={(event) => event.currentTarget.select()}
                end={<CopyButton text={url} label={t('copy')} />}
              />
            </Field>
          ) : null}
          {url ? (
            <div className="flex items-center justify-between gap-3">
              <p className="text-ink-3 text-small">{t('rotateHint')}</p>
              <Button
                size="small"
                loading={busy}
                icon={<RefreshCw aria-hidden="true" />}
                onClick={() => void act(() => api.post(`${address}/rotate`, {}, sceneSharingSchema))}
              >
                {t('rotate')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : (
        <Skeleton className="h-16" />
      )}
    </Dialog>
  );
}
