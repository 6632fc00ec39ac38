'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { FormDialog } from '@/components/ui/form-dialog';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { createdDatasourceSchema, DATASOURCE_TYPES, type DatasourceType } from '@/lib/datasource/schema';
import { checkDetails, type Details, DetailsFields, focusFault, isFaultless } from './details-form';
import { focusOnOpen } from './focus-on-open';
import { revealKey } from './revealed-key';
import { typeIcon } from './type-icons';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Type, name, description: then on to the page that shows the key. */
export function CreateDialog(props: Props) {
  return props.open ? <OpenCreateDialog {...props} /> : null;
}

function OpenCreateDialog({ onOpenChange }: Pick<Props, 'onOpenChange'>) {
  const t = useTranslations('datasource.create');
  const router = useRouter();
  const problemText = useProblemText();
  const [type, setType] = useState<DatasourceType>('api_ingest');
  const [details, setDetails] = useState<Details>({ name: '', description: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const errors = checkDetails(details);

  const create = async (form: HTMLFormElement) => {
    setTried(true);
    if (!isFaultless(errors)) focusFault(form, errors);
    if (busy || !isFaultless(errors)) return;
    setBusy(true);
    setFailure('');
    try {
      const made = await api.post('/api/v1/datasources', { type, ...details }, createdDatasourceSchema);
      if (made.apiKey)
        revealKey({
          datasourceId: made.id,
          key: made.apiKey.key,
          start: made.apiKey.start,
          reason: 'created',
        });
      router.push(`/datasources/${made.id}/connect`); // busy until the page is there
    } catch (error) {
      setFailure(problemText(error));
      setBusy(false);
    }
  };

  return (
    <FormDialog
      title={t('title')}
      description={t('text')}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      submitLabel={t('submit')}
      busy={busy}
      failure={failure}
      onSubmit={create}
      onClose={() => onOpenChange(false)}
    >
      <TypeChoice value={type} onChange={setType} />
      <DetailsFields value={details} onChange={setDetails} errors={tried ? errors : {}} />
    </FormDialog>
  );
}

function TypeChoice({
  value,
  onChange,
}: {
  value: DatasourceType;
  onChange: (type: DatasourceType) => void;
}) {
  const t = useTranslations('datasource');
  return (
    <div className="grid gap-1.5">
      <span id="datasource-type" className="font-[550] text-dense max-md:text-base">
        {t('create.type')}
      </span>
      <RadioGroup.Root
        aria-labelledby="datasource-type"
        value={value}
        onValueChange={(type) => onChange(type as DatasourceType)}
        className="grid gap-2"
      >
        {DATASOURCE_TYPES.map((type) => {
          const Icon = typeIcon(type);
          return (
            <RadioGroup.Item
              key={type}
              value={type}
              className="flex items-center gap-3 rounded-md border border-line-control px-3 py-2.5 text-start hover:bg-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
            >
              <Icon aria-hidden="true" className="shrink-0 text-ink-2" />
              <span>
                <b className="block font-[550] text-dense">{t(`type.${type}.label`)}</b>
                <span className="text-ink-2 text-small">{t(`type.${type}.hint`)}</span>
              </span>
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
    </div>
  );
}
