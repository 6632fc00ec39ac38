'use client';

import { KeyRound, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useState } from 'react';
import { KeyOnce } from '@/components/api-key/key-once';
import type { MadeKey } from '@/components/api-key/made-key';
import { RegenerateDialog } from '@/components/api-key/regenerate-dialog';
import { useMakeKey } from '@/components/api-key/use-make-key';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import type { ApiKeyInfo } from '@/lib/api-key/schema';

type Props = {
  datasourceId: string;
  revealed: RevealedKey | null;
  onRevealed: (key: RevealedKey) => void;
  /** The newest key that works, if the reader may see keys. */
  currentKey: ApiKeyInfo | null;
  mayWriteKeys: boolean;
  /** The one primary of the page is elsewhere (a reading arrived). */
  isQuiet: boolean;
};

/** The key, this once; or how to get another one. */
export function KeyStep({ revealed, isQuiet, ...rest }: Props) {
  return revealed ? <KeyOnce text={revealed.key} isQuiet={isQuiet} /> : <GoneKey {...rest} />;
}

function GoneKey({
  datasourceId,
  onRevealed,
  currentKey,
  mayWriteKeys,
}: Omit<Props, 'revealed' | 'isQuiet'>) {
  const t = useTranslations('datasource.connect');
  const [asking, setAsking] = useState(false);
  const path = `/api/v1/datasources/${datasourceId}/keys`;
  const reveal = useCallback(
    (made: MadeKey) => onRevealed({ ...made, datasourceId }),
    [onRevealed, datasourceId],
  );
  const { makeKey, busy } = useMakeKey(path, reveal);
  if (!mayWriteKeys) return <Note>{t('goneViewer')}</Note>;
  let action: ReactNode = (
    <Button icon={<KeyRound aria-hidden="true" />} loading={busy} onClick={() => void makeKey()}>
      {t('makeKey')}
    </Button>
  );
  if (currentKey)
    action = (
      <>
        <Button icon={<RefreshCw aria-hidden="true" />} onClick={() => setAsking(true)}>
          {t('regenerate')}
        </Button>
        <RegenerateDialog
          path={path}
          apiKey={currentKey}
          open={asking}
          onOpenChange={setAsking}
          onRegenerated={reveal}
        />
      </>
    );
  return (
    <div className="flex items-center gap-4 rounded-md border border-line bg-sunken px-4 py-3 max-md:flex-col max-md:items-stretch">
      <p className="grow text-dense text-ink-2">
        {currentKey ? (
          <>
            <span className="ltr code-text font-medium text-ink">{currentKey.start}…</span> {t('gone')}
          </>
        ) : (
          t('noKey')
        )}
      </p>
      {action}
    </div>
  );
}
