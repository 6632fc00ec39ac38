'use client';

import { Plus, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { KeyRow } from '@/components/api-key/key-row';
import type { MadeKey } from '@/components/api-key/made-key';
import { RegenerateDialog } from '@/components/api-key/regenerate-dialog';
import { RevokeDialog } from '@/components/api-key/revoke-dialog';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { ApiKeyInfo } from '@/lib/api-key/schema';
import { AddKeyDialog } from './add-key-dialog';

type Props = {
  datasourceId: string;
  /** Newest first. */
  keys: readonly ApiKeyInfo[];
  /** Working keys of the workspace that reach this datasource too. */
  wider: number;
  /** A key was made: it must be shown, this once. */
  onRevealed: (key: RevealedKey) => void;
  onChanged: () => Promise<void>;
};

type Asked = { what: 'regenerate' | 'revoke'; key: ApiKeyInfo } | { what: 'add' } | null;

/** The keys of a datasource: what works, what ends when, and how to replace it. */
export function KeysPanel({ datasourceId, keys, wider, onRevealed, onChanged }: Props) {
  const t = useTranslations('datasource.keys');
  const [asked, setAsked] = useState<Asked>(null);
  const [showEnded, setShowEnded] = useState(false);
  const working = keys.filter((key) => key.state === 'active' || key.state === 'grace');
  const ended = keys.filter((key) => key.state === 'expired' || key.state === 'revoked');
  const current = working.find((key) => key.state === 'active');
  const close = () => setAsked(null);
  const path = `/api/v1/datasources/${datasourceId}/keys`;
  const reveal = (made: MadeKey) => onRevealed({ ...made, datasourceId });
  const row = (key: ApiKeyInfo) => (
    <KeyRow
      key={key.id}
      path={path}
      apiKey={key}
      isCurrent={key.id === current?.id}
      onRegenerate={() => setAsked({ what: 'regenerate', key })}
      onRevoke={() => setAsked({ what: 'revoke', key })}
      onChanged={onChanged}
    />
  );
  return (
    <Panel labelledBy="keys">
      <PanelHead id="keys" title={t('title')}>
        <IconButton
          label={t('add')}
          icon={<Plus aria-hidden="true" />}
          onClick={() => setAsked({ what: 'add' })}
        />
        {current ? (
          <Button
            size="small"
            icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
            onClick={() => setAsked({ what: 'regenerate', key: current })}
          >
            {t('regenerate')}
          </Button>
        ) : null}
      </PanelHead>
      {working.length === 0 ? <p className="px-4 py-3 text-act-text text-dense">{t('noneWorks')}</p> : null}
      <ul>
        {working.map(row)}
        {showEnded ? ended.map(row) : null}
      </ul>
      {wider > 0 ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">
          {t.rich('wider', {
            count: wider,
            link: (words) => (
              <Link href="/settings#api-keys" className="text-accent-text">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
      {ended.length > 0 && !showEnded ? (
        <div className="border-line border-t p-1.5 text-center">
          <Button variant="ghost" size="small" onClick={() => setShowEnded(true)}>
            {t('showEnded', { count: ended.length })}
          </Button>
        </div>
      ) : null}
      {asked?.what === 'regenerate' ? (
        <RegenerateDialog path={path} apiKey={asked.key} open onOpenChange={close} onRegenerated={reveal} />
      ) : null}
      {asked?.what === 'revoke' ? (
        <RevokeDialog path={path} apiKey={asked.key} onClose={close} onRevoked={onChanged} />
      ) : null}
      {asked?.what === 'add' ? <AddKeyDialog path={path} onClose={close} onMade={reveal} /> : null}
    </Panel>
  );
}
