'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Code } from '@/components/ui/code-block';
import { Note } from '@/components/ui/note';
import { Panel, PanelBody, PanelHead } from '@/components/ui/panel';
import type { SqlAccess } from '@/lib/sql-access/schema';

type Props = { access: SqlAccess; onEnable: () => Promise<void> };

/** What it is for, and the button; or why it can't be, and what to do. */
export function SqlOff({ access, onEnable }: Props) {
  const t = useTranslations('sqlAccess.off');
  const [busy, setBusy] = useState(false);
  const { obstacle, databaseUser, database } = access;
  const enable = async () => {
    setBusy(true);
    await onEnable();
    setBusy(false);
  };
  return (
    <Panel labelledBy="sql-access">
      <PanelHead id="sql-access" title={t('title')} />
      <PanelBody className="grid gap-3 text-dense">
        <p className="text-ink-2">{t('text')}</p>
        {obstacle ? (
          <Note tone="look">
            <p>
              {t.rich(`obstacle.${obstacle}`, {
                c: (words) => <Code>{words}</Code>,
                user: () => <Code>{databaseUser}</Code>,
              })}
            </p>
            {obstacle === 'no_port' ? null : (
              <p className="mt-1.5">
                <Code>
                  {obstacle === 'no_roles'
                    ? `alter role "${databaseUser}" createrole;`
                    : `grant create on database "${database}" to "${databaseUser}";`}
                </Code>
              </p>
            )}
          </Note>
        ) : null}
        <div>
          <Button variant="primary" loading={busy} disabled={obstacle !== null} onClick={() => void enable()}>
            {t('enable')}
          </Button>
        </div>
      </PanelBody>
    </Panel>
  );
}
