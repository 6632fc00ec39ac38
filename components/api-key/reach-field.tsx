'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchInput } from '@/components/ui/input';
import { RadioList } from '@/components/ui/radio-list';
import type { KeyDatasource } from '@/lib/api-key/schema';
import { matchesWords } from '@/lib/match-words';

/** From so many on, the list can be searched. */
const SEARCHED_FROM = 8;

type Props = {
  datasources: readonly KeyDatasource[];
  /** Null: all of them. */
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
  error: string | undefined;
};

/** Which datasources a key reaches: all of the workspace, or those that are ticked. */
export function ReachField({ datasources, chosen, onChange, error }: Props) {
  const t = useTranslations('apiKey');
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <span id={id} className="font-[550] text-dense max-md:text-base">
        {t('reach')}
      </span>
      <RadioList
        labelledBy={id}
        value={chosen ? 'some' : 'all'}
        onValueChange={(value) => onChange(value === 'all' ? null : [])}
        options={[
          { value: 'all', label: t('reachAll'), hint: t('reachAllHint') },
          { value: 'some', label: t('reachSome') },
        ]}
      />
      {chosen ? <Choice datasources={datasources} chosen={chosen} onChange={onChange} /> : null}
      {error ? (
        <p role="alert" className="flex gap-1.5 text-act-text text-small">
          <CircleAlert aria-hidden="true" className="mt-px size-3.5" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

type ChoiceProps = Pick<Props, 'datasources' | 'onChange'> & { chosen: readonly string[] };

function Choice({ datasources, chosen, onChange }: ChoiceProps) {
  const t = useTranslations('apiKey');
  const [search, setSearch] = useState('');
  const found = datasources.filter(({ name }) => matchesWords(name, search));
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="rounded-md border border-line-control">
      <legend className="sr-only">{t('reachSome')}</legend>
      {datasources.length >= SEARCHED_FROM ? (
        <div className="flex items-center gap-2 border-line border-b p-1.5">
          <SearchInput
            value={search}
            onValueChange={setSearch}
            aria-label={t('search')}
            placeholder={t('search')}
          />
          <span className="shrink-0 pe-1.5 text-ink-3 text-small">
            {t('chosen', { count: chosen.length })}
          </span>
        </div>
      ) : null}
      <div className="max-h-48 overflow-y-auto px-3 py-2">
        <ul className="grid gap-2 max-md:gap-0">
          {found.map(({ id, name }) => (
            <li key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                onCheckedChange={(isOn) => toggle(id, isOn === true)}
                label={<bdi className="break-words">{name}</bdi>}
              />
            </li>
          ))}
        </ul>
        {found.length === 0 ? (
          <p className="text-dense text-ink-3">
            {datasources.length === 0 ? t('noDatasources') : t('noMatch')}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
