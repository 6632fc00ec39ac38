'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { KEY_PERMISSIONS, type KeyDatasource, type KeyPermission } from '@/lib/api-key/schema';
import { ExpirySelect } from './expiry-select';
import type { MadeKey } from './made-key';
import { EMPTY_KEY_FORM, type KeyFault, type KeyForm, keyFaults, keyRequest } from './prepare-key-form';
import { ReachField } from './reach-field';
import { useMakeKey } from './use-make-key';

type Props = {
  datasources: readonly KeyDatasource[];
  onClose: () => void;
  onMade: (key: MadeKey) => void;
};

/** Makes a key of the workspace: what it reaches, what it may do, from where, and until when. */
export function CreateKeyDialog({ datasources, onClose, onMade }: Props) {
  const t = useTranslations('apiKey');
  const tk = useTranslations('datasource.keys');
  const [form, setForm] = useState<KeyForm>(EMPTY_KEY_FORM);
  const [isTried, setIsTried] = useState(false);
  const { makeKey, busy } = useMakeKey('/api/v1/keys', onMade);
  const faults = keyFaults(form);
  const change = (changed: Partial<KeyForm>) => setForm((old) => ({ ...old, ...changed }));
  const faultAt = (field: KeyFault['field']): string | undefined => {
    const fault = isTried ? faults.find((each) => each.field === field) : undefined;
    return fault && t(`faults.${fault.code}`, { ...fault });
  };
  const submit = () => {
    setIsTried(true);
    if (faults.length === 0) void makeKey(keyRequest(form));
  };
  return (
    <FormDialog
      width={520}
      title={t('create')}
      description={t('createText')}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      submitLabel={tk('addConfirm')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={tk('name')} hint={tk('nameHint')} error={faultAt('name')}>
        <Input
          name="name"
          value={form.name}
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <ReachField
        datasources={datasources}
        chosen={form.chosen}
        onChange={(chosen) => change({ chosen })}
        error={faultAt('chosen')}
      />
      <PermissionsField
        permissions={form.permissions}
        onChange={(permissions) => change({ permissions })}
        error={faultAt('permissions')}
      />
      <ExpirySelect days={form.expiresInDays} onChange={(expiresInDays) => change({ expiresInDays })} />
      <Field label={t('addresses')} hint={t('addressesHint')} error={faultAt('addresses')}>
        <Textarea
          name="addresses"
          rows={2}
          value={form.addresses}
          className="ltr font-mono"
          spellCheck={false}
          placeholder="10.0.0.0/8"
          onChange={(event) => change({ addresses: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

type PermissionsProps = {
  permissions: readonly KeyPermission[];
  onChange: (permissions: readonly KeyPermission[]) => void;
  error: string | undefined;
};

function PermissionsField({ permissions, onChange, error }: PermissionsProps) {
  const t = useTranslations('apiKey');
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="grid gap-1.5">
      <legend id={id} className="mb-1.5 font-[550] text-dense max-md:text-base">
        {t('mayDo')}
      </legend>
      {KEY_PERMISSIONS.map((permission) => (
        <Checkbox
          key={permission}
          checked={permissions.includes(permission)}
          onCheckedChange={(isOn) =>
            onChange(
              KEY_PERMISSIONS.filter((each) =>
                each === permission ? isOn === true : permissions.includes(each),
              ),
            )
          }
          label={
            <>
              {t(`do.${permission}`)}
              <span className="text-ink-2 text-small"> · {t(`doHint.${permission}`)}</span>
            </>
          }
        />
      ))}
      {error ? (
        <p role="alert" className="flex gap-1.5 text-act-text text-small">
          <CircleAlert aria-hidden="true" className="mt-px size-3.5" />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
