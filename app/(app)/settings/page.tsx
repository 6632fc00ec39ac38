import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WorkspaceKeys } from '@/components/api-key/workspace-keys';
import { AccountDeletion } from '@/components/settings/account-deletion';
import { AppearanceSettings } from '@/components/settings/appearance-settings';
import { NameForm } from '@/components/settings/name-form';
import { PasswordForm } from '@/components/settings/password-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { Page } from '@/components/shell/page';
import { listWorkspaceKeys } from '@/lib/api-key/list-keys';
import { accountLoss } from '@/lib/auth/account-loss';
import { getSession } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { listDatasourceNames } from '@/lib/datasource/list-names';
import { removeAccount, savePassword, saveProfile, saveWorkspace } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const { caller, user, workspace } = await getSession();
  const mayReadKeys = may(caller.role, 'key:read');
  const [t, tk, loss, keys, datasources] = await Promise.all([
    getTranslations('settings'),
    getTranslations('apiKey'),
    accountLoss(caller),
    mayReadKeys ? listWorkspaceKeys(caller) : null,
    mayReadKeys ? listDatasourceNames(caller) : [],
  ]);
  const mayManage = may(caller.role, 'workspace:manage');
  return (
    <Page crumbs={[{ label: t('title') }]} title={t('title')}>
      <SettingsTabs active="general" />
      <div className="grid max-w-180 gap-4">
        <SettingsSection id="profile" title={t('profile.title')} text={t('profile.text')}>
          <NameForm kind="profile" name={user.name} email={user.email} save={saveProfile} />
        </SettingsSection>
        <SettingsSection id="password" title={t('password.title')} text={t('password.text')}>
          <PasswordForm email={user.email} save={savePassword} />
        </SettingsSection>
        <SettingsSection id="appearance" title={t('appearance.title')} text={t('appearance.text')}>
          <AppearanceSettings />
        </SettingsSection>
        <SettingsSection id="workspace" title={t('workspace.title')} text={t('workspace.text')}>
          {mayManage ? (
            <NameForm kind="workspace" name={workspace.name} save={saveWorkspace} />
          ) : (
            <p className="text-dense">
              {workspace.name} <span className="text-ink-3">{t('workspace.onlyOwners')}</span>
            </p>
          )}
        </SettingsSection>
        {keys ? (
          <SettingsSection id="api-keys" title={tk('title')} text={tk('text')}>
            <WorkspaceKeys keys={keys} datasources={datasources} mayWrite={may(caller.role, 'key:write')} />
          </SettingsSection>
        ) : null}
        <SettingsSection id="delete" title={t('delete.title')} text={t('delete.text')}>
          <AccountDeletion email={user.email} loss={loss} remove={removeAccount} />
        </SettingsSection>
      </div>
    </Page>
  );
}
