'use client';

import { Ban, Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMoment } from '@/components/datasource/use-moment';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { SqlAccess } from '@/lib/sql-access/schema';
import { ConnectionFacts } from './connection-facts';

type Props = { access: SqlAccess; onRotate: () => Promise<void>; onDisable: () => Promise<void> };

/** How to connect, another password, and the way back. */
export function SqlOn({ access, onRotate, onDisable }: Props) {
  const t = useTranslations('sqlAccess.on');
  const moment = useMoment();
  const [asking, setAsking] = useState<'rotate' | 'disable'>();
  const close = () => setAsking(undefined);
  return (
    <Panel labelledBy="sql-access">
      <PanelHead id="sql-access" title={t('title')}>
        <Button size="small" onClick={() => setAsking('rotate')}>
          {t('rotate')}
        </Button>
        <Button size="small" variant="danger-quiet" onClick={() => setAsking('disable')}>
          {t('disable')}
        </Button>
      </PanelHead>
      <ConnectionFacts access={access} />
      <p className="border-line border-t px-4 py-2.5 text-ink-3 text-small">
        <span suppressHydrationWarning>
          {access.passwordSetAt ? t('passwordSet', { at: moment(access.passwordSetAt) }) : null}
        </span>{' '}
        {t('host')}
      </p>
      {asking === 'rotate' ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t('rotateTitle')}
          losses={[{ id: 'old', icon: <Unplug aria-hidden="true" />, text: t('rotateLoss') }]}
          confirmLabel={t('rotate')}
          onConfirm={async () => {
            await onRotate();
            close();
          }}
        />
      ) : null}
      {asking === 'disable' ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t('disableTitle')}
          losses={[
            { id: 'user', icon: <Ban aria-hidden="true" />, text: t('disableLoss', { user: access.user }) },
            { id: 'dashboards', icon: <Unplug aria-hidden="true" />, text: t('disableDashboards') },
          ]}
          confirmLabel={t('disable')}
          onConfirm={async () => {
            await onDisable();
            close();
          }}
        />
      ) : null}
    </Panel>
  );
}
