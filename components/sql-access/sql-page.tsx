'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { Page } from '@/components/shell/page';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type SqlAccess, sqlPasswordSchema } from '@/lib/sql-access/schema';
import { PasswordDialog } from './password-dialog';
import { SqlOff } from './sql-off';
import { SqlOn } from './sql-on';
import { ViewsPanel } from './views-panel';

type Props = {
  access: SqlAccess | null;
  /** A metric to ask for in the query to begin with. */
  example: { datasource: string; key: string } | undefined;
};

/** Reading the workspace's data by SQL: off, with what it is for, or on, with how to connect. */
export function SqlPage({ access, example }: Props) {
  const t = useTranslations('sqlAccess');
  const ts = useTranslations('settings');
  const router = useRouter();
  const problemText = useProblemText();
  const [password, setPassword] = useState<string>();

  /** Answers rather than throws what went wrong: a dialog shows it, a page tells it. */
  const getPassword = async (path: string): Promise<string | undefined> => {
    try {
      const made = await api.post(path, {}, sqlPasswordSchema);
      setPassword(made.password);
      router.refresh();
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const enable = async () => {
    const failure = await getPassword('/api/v1/sql-access');
    if (failure) toast.error(failure);
  };
  const rotate = async () => {
    const failure = await getPassword('/api/v1/sql-access/rotate');
    if (failure) throw new Error(failure);
  };
  const disable = async () => {
    try {
      await api.delete('/api/v1/sql-access');
    } catch (error) {
      throw new Error(problemText(error));
    }
    router.refresh();
    toast.success(t('off.done'));
  };
  return (
    <Page
      crumbs={[{ label: ts('title'), href: '/settings' }, { label: t('title') }]}
      title={t('title')}
      description={t('lead')}
    >
      <SettingsTabs active="sql" />
      <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4">
        {access === null ? (
          <p className="text-dense text-ink-2">{t('onlyOwners')}</p>
        ) : access.isOn ? (
          <SqlOn access={access} onRotate={rotate} onDisable={disable} />
        ) : (
          <SqlOff access={access} onEnable={enable} />
        )}
        <ViewsPanel example={example} />
      </div>
      {password !== undefined && access ? (
        <PasswordDialog access={access} password={password} onClose={() => setPassword(undefined)} />
      ) : null}
    </Page>
  );
}
