'use client';

import { useTranslations } from 'next-intl';
import { Age } from '@/components/ui/age';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import type { ApiKeyInfo } from '@/lib/api-key/schema';

type Props = {
  /** Of the keys that it is one of: `/api/v1/keys`. */
  path: string;
  apiKey: ApiKeyInfo;
  onClose: () => void;
  onRevoked: () => Promise<void>;
};

/** Asks before a key ends at once, and says when it was last used. */
export function RevokeDialog({ path, apiKey, onClose, onRevoked }: Props) {
  const t = useTranslations('datasource.keys');
  const problemText = useProblemText();
  const revoke = async () => {
    try {
      await api.act('POST', `${path}/${apiKey.id}/revoke`);
    } catch (error) {
      throw new Error(problemText(error));
    }
    await onRevoked();
    toast.success(t('revoked', { key: `${apiKey.start}…` }));
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t.rich('revokeTitle', { key: () => <span className="ltr code-text">{apiKey.start}…</span> })}
      description={
        apiKey.lastUsedAt
          ? t.rich('revokeUsed', { age: () => <Age at={apiKey.lastUsedAt} /> })
          : t('revokeUnused')
      }
      confirmLabel={t('revokeNow')}
      onConfirm={revoke}
    />
  );
}
