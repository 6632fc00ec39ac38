'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { FieldSample } from '@/lib/field-rules/fields-schema';
import { FieldLine } from './field-line';
import { type FieldDraft, type FieldsDraft, setKept, treeOf } from './prepare-fields';

type Props = {
  keys: readonly string[];
  draft: FieldsDraft;
  sample: FieldSample | undefined;
  mayWrite: boolean;
  onChange: (draft: FieldsDraft) => void;
};

/** All data keys that came, as a tree; each is kept or ignored, named, counted in a unit, read as a kind. */
export function FieldsTable({ keys, draft, sample, mayWrite, onChange }: Props) {
  const t = useTranslations('fields.table');
  const [openKey, setOpenKey] = useState<string | null>(null);
  const change = (key: string, part: Partial<FieldDraft>) => {
    const field = draft.fields[key];
    if (field) onChange({ ...draft, fields: { ...draft.fields, [key]: { ...field, ...part } } });
  };
  const valueUnder = (key: string): unknown => sample?.values[sample.keys.indexOf(key)];
  return (
    <fieldset disabled={!mayWrite} className="min-w-0">
      <legend className="sr-only">{t('label')}</legend>
      <div
        aria-hidden="true"
        className="grid h-8 grid-cols-[36px_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.1fr)_84px_112px_36px] items-center gap-2 border-line border-b bg-sunken ps-4 pe-2 font-medium text-ink-3 text-micro max-lg:hidden"
      >
        <span />
        <span>{t('key')}</span>
        <span>{t('value')}</span>
        <span>{t('name')}</span>
        <span>{t('unit')}</span>
        <span>{t('kind')}</span>
        <span />
      </div>
      <ul aria-label={t('label')}>
        {treeOf(keys).map((row) =>
          row.form === 'group' ? (
            <li
              key={`group ${row.group}`}
              className="flex min-h-9 items-center gap-2 border-line border-b bg-sunken/60 ps-4 pe-2 text-dense"
            >
              <Checkbox
                aria-label={t('keepGroup', { group: row.group })}
                checked={groupState(row.keys, draft)}
                disabled={!mayWrite}
                onCheckedChange={(kept) => onChange(setKept(draft, { group: row.group }, kept !== false))}
              />
              <span
                className="ltr ms-3 min-w-0 truncate font-mono text-ink-2 text-small"
                style={{ paddingInlineStart: row.depth * 16 }}
              >
                {row.name}
              </span>
              <span className="shrink-0 text-ink-3 text-small">{t('count', { count: row.keys.length })}</span>
            </li>
          ) : (
            <FieldLine
              key={row.key}
              dataKey={row.key}
              name={row.name}
              depth={row.depth}
              field={draft.fields[row.key]}
              value={valueUnder(row.key)}
              isTime={
                row.key === draft.timeKey ||
                (draft.timeKey === null && !draft.useArrival && row.key === sample?.timeKey)
              }
              isOpen={openKey === row.key}
              mayWrite={mayWrite}
              onOpen={() => setOpenKey(openKey === row.key ? null : row.key)}
              onKeep={(keep) => onChange(setKept(draft, { key: row.key }, keep))}
              onChange={(part) => change(row.key, part)}
            />
          ),
        )}
      </ul>
    </fieldset>
  );
}

function groupState(keys: readonly string[], { fields }: FieldsDraft): boolean | 'indeterminate' {
  const kept = keys.filter((key) => fields[key]?.keep).length;
  return kept === 0 ? false : kept === keys.length ? true : 'indeterminate';
}
