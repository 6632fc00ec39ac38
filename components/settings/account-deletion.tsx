'use client';

import { Building2, LogOut, Map as MapIcon, RadioTower, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldError } from '@/components/auth/use-field-error';
import { useOutcomeSentence } from '@/components/auth/use-form-outcome';
import { Button } from '@/components/ui/button';
import { ConfirmDialog, type Loss } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/input';
import type { AccountLoss } from '@/lib/auth/account-loss';
import type { FormOutcome } from '@/lib/auth/form-outcome';

type Props = {
  email: string;
  loss: AccountLoss;
  remove: (given: { password: string }) => Promise<FormOutcome>;
};

/** Deletes the own account, after saying what goes with it and asking the password. */
export function AccountDeletion({ email, loss, remove }: Props) {
  const t = useTranslations('settings.delete');
  const ta = useTranslations('auth');
  const fieldError = useFieldError();
  const sentence = useOutcomeSentence();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();

  const change = (next: boolean) => {
    setOpen(next);
    setPassword('');
    setWrong(undefined);
  };
  const confirm = async () => {
    setWrong(undefined);
    const outcome = await remove({ password });
    if (outcome.ok) {
      window.location.assign('/sign-in'); // nothing of the session may live on in this tab
      return new Promise<void>(() => {}); // the dialog stays busy until the page is gone
    }
    const reason = fieldError({ message: outcome.fields?.password ?? '' });
    if (reason) setWrong(reason);
    throw new Error(reason ? '' : sentence(outcome));
  };
  return (
    <>
      <Button variant="danger-quiet" onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={change}
        title={t('question')}
        losses={useLosses(email, loss)}
        confirmLabel={t('confirm')}
        onConfirm={confirm}
      >
        <Field label={ta('password')} error={wrong}>
          <PasswordInput
            value={password}
            autoComplete="current-password"
            inputClassName="ltr"
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </ConfirmDialog>
    </>
  );
}

function useLosses(email: string, loss: AccountLoss): Loss[] {
  const t = useTranslations('settings.delete.loss');
  const { workspaces, datasources, assets, scenes, otherMembers } = loss;
  const bold = { b: (words: React.ReactNode) => <b className="font-[650]">{words}</b> };
  return [
    {
      id: 'account',
      icon: <LogOut aria-hidden="true" className="flip" />,
      text: t.rich('account', { ...bold, email }),
    },
    ...workspaces.map(({ id, name }) => ({
      id,
      icon: <Building2 aria-hidden="true" />,
      text: t.rich('workspace', { ...bold, name }),
    })),
    ...(datasources > 0
      ? [
          {
            id: 'datasources',
            icon: <RadioTower aria-hidden="true" />,
            text: t.rich('datasources', { ...bold, count: datasources }),
          },
        ]
      : []),
    ...(assets + scenes > 0
      ? [
          {
            id: 'scenes',
            icon: <MapIcon aria-hidden="true" />,
            text: t.rich('scenes', { ...bold, assets, scenes }),
          },
        ]
      : []),
    ...(otherMembers > 0
      ? [
          {
            id: 'members',
            icon: <Users aria-hidden="true" />,
            text: t.rich('members', { ...bold, count: otherMembers }),
          },
        ]
      : []),
  ];
}
