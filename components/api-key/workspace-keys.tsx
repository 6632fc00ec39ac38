'use client';

import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefreshed } from '@/components/datasource/use-refreshed';
import { Button } from '@/components/ui/button';
import { type KeyDatasource, type WorkspaceKeyInfo, workspaceKeyListSchema } from '@/lib/api-key/schema';
import { CreateKeyDialog } from './create-key-dialog';
import { KeyRow } from './key-row';
import type { MadeKey } from './made-key';
import { MadeKeyDialog } from './made-key-dialog';
import { RegenerateDialog } from './regenerate-dialog';
import { RevokeDialog } from './revoke-dialog';

const PATH = '/api/v1/keys';
/** Datasources that are named in a row; of more the number is told. */
const NAMES_SHOWN = 3;

type Props = { keys: WorkspaceKeyInfo[]; datasources: readonly KeyDatasource[]; mayWrite: boolean };
type Asked =
  | { what: 'create' }
  | { what: 'made'; made: MadeKey }
  | { what: 'regenerate' | 'revoke'; key: WorkspaceKeyInfo }
  | null;

/** The keys of a workspace: what each reaches and may do, and how to make, replace and end them. */
export function WorkspaceKeys({ keys: initial, datasources, mayWrite }: Props) {
  const t = useTranslations('apiKey');
  const tk = useTranslations('datasource.keys');
  const { value, refresh } = useRefreshed(PATH, workspaceKeyListSchema, { keys: initial });
  const [asked, setAsked] = useState<Asked>(null);
  const [showEnded, setShowEnded] = useState(false);
  const ended = value.keys.filter(({ state }) => state === 'expired' || state === 'revoked');
  const shown = showEnded ? value.keys : value.keys.filter((key) => !ended.includes(key));
  // A dialog that has just made a key must not close the one that shows it.
  const close = () => setAsked((now) => (now?.what === 'made' ? now : null));
  const reveal = (made: MadeKey) => {
    setAsked({ what: 'made', made });
    void refresh();
  };
  return (
    <div className="grid gap-3">
      {shown.length > 0 ? (
        <ul className="rounded-md border border-line">
          {shown.map((key) => (
            <KeyRow
              key={key.id}
              path={PATH}
              apiKey={key}
              isCurrent={false}
              reach={<Reach datasources={key.datasources} />}
              mayWrite={mayWrite}
              onRegenerate={() => setAsked({ what: 'regenerate', key })}
              onRevoke={() => setAsked({ what: 'revoke', key })}
              onChanged={refresh}
            />
          ))}
        </ul>
      ) : (
        <p className="text-dense text-ink-2">{t('none')}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {mayWrite ? (
          <Button icon={<KeyRound aria-hidden="true" />} onClick={() => setAsked({ what: 'create' })}>
            {t('create')}
          </Button>
        ) : null}
        {ended.length > 0 && !showEnded ? (
          <Button variant="ghost" size="small" onClick={() => setShowEnded(true)}>
            {tk('showEnded', { count: ended.length })}
          </Button>
        ) : null}
        <Link href="/docs/keys" className="ms-auto text-accent-text text-dense">
          {t('docs')}
        </Link>
      </div>
      {asked?.what === 'create' ? (
        <CreateKeyDialog datasources={datasources} onClose={close} onMade={reveal} />
      ) : null}
      {asked?.what === 'made' ? <MadeKeyDialog made={asked.made} onClose={() => setAsked(null)} /> : null}
      {asked?.what === 'regenerate' ? (
        <RegenerateDialog path={PATH} apiKey={asked.key} open onOpenChange={close} onRegenerated={reveal} />
      ) : null}
      {asked?.what === 'revoke' ? (
        <RevokeDialog path={PATH} apiKey={asked.key} onClose={close} onRevoked={refresh} />
      ) : null}
    </div>
  );
}

function Reach({ datasources }: { datasources: readonly KeyDatasource[] | null }) {
  const t = useTranslations('apiKey');
  const format = useFormatter();
  if (!datasources) return t('reachesAll');
  if (datasources.length === 0) return t('reachesNone');
  const more = datasources.length - NAMES_SHOWN;
  const names = datasources.slice(0, NAMES_SHOWN).map(({ id, name }) => (
    <bdi key={id}>
      <Link href={`/datasources/${id}`} className="hover:underline">
        {name}
      </Link>
    </bdi>
  ));
  const all = format.list(more > 0 ? [...names, t('more', { count: more })] : names);
  return t.rich('reaches', { names: () => all });
}
