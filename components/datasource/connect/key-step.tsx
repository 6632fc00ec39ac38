'use client';

import { KeyRound, RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { RegenerateDialog } from '@/components/datasource/keys/regenerate-dialog';
import { useMakeKey } from '@/components/datasource/keys/use-make-key';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
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
  const t = useTranslations('datasource.connect');
  const [copied, setCopied] = useState(false);
  if (!revealed) return <GoneKey {...rest} />;
  return (
    <div className="overflow-hidden rounded-md border border-line-control bg-surface">
      <div className="flex items-center gap-3 py-3 ps-4 pe-3 max-md:flex-col max-md:items-stretch max-md:p-3">
        <code
          data-testid="api-key"
          onCopy={() => setCopied(true)}
          className="ltr grow break-all font-medium font-mono text-[15px] leading-6 tracking-[-0.01em] [font-variant-ligatures:none] rtl:text-right"
        >
          {revealed.key}
        </code>
        <CopyButton
          text={revealed.key}
          variant={copied || isQuiet ? 'secondary' : 'primary'}
          onCopied={() => setCopied(true)}
        >
          {copied ? t('keyCopied') : t('copyKey')}
        </CopyButton>
      </div>
      <p className="flex gap-2 border-look-line border-t bg-look-soft px-4 py-2 text-dense">
        <TriangleAlert aria-hidden="true" className="mt-0.5 shrink-0 text-look-text" />
        {t('once')}
      </p>
    </div>
  );
}

function GoneKey({
  datasourceId,
  onRevealed,
  currentKey,
  mayWriteKeys,
}: Omit<Props, 'revealed' | 'isQuiet'>) {
  const t = useTranslations('datasource.connect');
  const [asking, setAsking] = useState(false);
  const { makeKey, busy } = useMakeKey(datasourceId, onRevealed);
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
          datasourceId={datasourceId}
          apiKey={currentKey}
          open={asking}
          onOpenChange={setAsking}
          onRegenerated={onRevealed}
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
