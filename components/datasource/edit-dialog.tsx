'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Select } from '@/components/ui/select';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type DatasourceDetail, datasourceDetailSchema } from '@/lib/datasource/schema';
import { checkDetails, type Details, DetailsFields, focusFault, isFaultless } from './details-form';
import { focusOnOpen } from './focus-on-open';
import { useDuration } from './use-duration';

const STALE_CHOICES_SECONDS = [30, 60, 300, 900, 3600, 86_400];
const AUTOMATIC = 'automatic';

type Props = {
  datasource: { id: string; name: string; description: string };
  /** Given when it may be changed here; null: found out by the server. */
  staleAfterSeconds?: number | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved: (datasource: DatasourceDetail) => void;
};

/** Renames a datasource, describes it, and says when it counts as stale. */
export function EditDialog(props: Props) {
  return props.open ? <OpenEditDialog {...props} /> : null;
}

function OpenEditDialog({ datasource, staleAfterSeconds, onOpenChange, onSaved }: Props) {
  const t = useTranslations('datasource.edit');
  const tu = useTranslations('ui');
  const duration = useDuration();
  const problemText = useProblemText();
  const [details, setDetails] = useState<Details>({
    name: datasource.name,
    description: datasource.description,
  });
  const [stale, setStale] = useState(String(staleAfterSeconds ?? AUTOMATIC));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const errors = checkDetails(details);

  const save = async (form: HTMLFormElement) => {
    setTried(true);
    if (!isFaultless(errors)) focusFault(form, errors);
    if (busy || !isFaultless(errors)) return;
    setBusy(true);
    setFailure('');
    const staleChange =
      staleAfterSeconds === undefined
        ? {}
        : { staleAfterSeconds: stale === AUTOMATIC ? null : Number(stale) };
    try {
      const path = `/api/v1/datasources/${datasource.id}`;
      onSaved(await api.patch(path, { ...details, ...staleChange }, datasourceDetailSchema));
      onOpenChange(false);
    } catch (error) {
      setFailure(problemText(error));
      setBusy(false);
    }
  };

  const choices = [...new Set([...STALE_CHOICES_SECONDS, ...(staleAfterSeconds ? [staleAfterSeconds] : [])])];
  return (
    <FormDialog
      title={t('title')}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      submitLabel={tu('save')}
      busy={busy}
      failure={failure}
      onSubmit={save}
      onClose={() => onOpenChange(false)}
    >
      <DetailsFields value={details} onChange={setDetails} errors={tried ? errors : {}} />
      {staleAfterSeconds === undefined ? null : (
        <Field label={t('stale')} hint={t('staleHint')}>
          <Select
            value={stale}
            onValueChange={setStale}
            options={[
              { value: AUTOMATIC, label: t('staleAutomatic') },
              ...choices
                .toSorted((a, b) => a - b)
                .map((seconds) => ({ value: String(seconds), label: duration(seconds * 1000) })),
            ]}
          />
        </Field>
      )}
    </FormDialog>
  );
}
