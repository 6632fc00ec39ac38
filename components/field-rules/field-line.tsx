'use client';

import { ChevronDown, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DataKey } from '@/components/datasource/metrics/metric-name';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { FIELD_KINDS } from '@/lib/field-rules/schema';
import { guessUnit } from '@/lib/field-rules/units';
import { FieldMore } from './field-more';
import type { FieldDraft } from './prepare-fields';
import { UNIT_LIST } from './unit-list';

type Props = {
  dataKey: string;
  /** The part of the key that its groups do not say. */
  name: string;
  depth: number;
  field: FieldDraft | undefined;
  /** In the message that is looked at; undefined: it is not in it. */
  value: unknown;
  isTime: boolean;
  isOpen: boolean;
  mayWrite: boolean;
  onOpen: () => void;
  onKeep: (keep: boolean) => void;
  onChange: (part: Partial<FieldDraft>) => void;
};

const AS_IT_COMES = 'as_it_comes';

/** One data key. */
export function FieldLine(props: Props) {
  const { dataKey, name, depth, field, value, isTime, isOpen, mayWrite, onChange } = props;
  const t = useTranslations('fields.table');
  const tk = useTranslations('datasource.kind');
  if (!field) return null;
  const isOff = !field.keep || isTime;
  const dense = 'h-7 px-2 text-small max-md:h-10';
  const hasMore = field.renamedTo.trim() !== '' || field.scale !== 1 || field.offset !== 0;
  return (
    <li aria-label={dataKey} className="border-line border-b last:border-b-0">
      <div className="grid min-h-10 grid-cols-[36px_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1.1fr)_84px_112px_36px] items-center gap-x-2 gap-y-2 py-1 ps-4 pe-2 text-dense max-lg:grid-cols-[28px_minmax(0,1fr)_auto] max-lg:py-3">
        <Checkbox
          aria-label={t('keep', { key: dataKey })}
          checked={field.keep && !isTime}
          disabled={!mayWrite || isTime}
          onCheckedChange={(keep) => props.onKeep(keep === true)}
        />
        <span
          className={cn('flex min-w-0 items-center gap-2', isOff && 'text-ink-3')}
          style={{ paddingInlineStart: depth * 16 }}
          title={dataKey}
        >
          <DataKey dataKey={name} className={cn(!field.keep && !isTime && 'line-through')} />
          {field.renamedTo.trim() ? (
            <span className="ltr truncate font-mono text-ink-2 text-small">→ {field.renamedTo.trim()}</span>
          ) : null}
        </span>
        <span
          dir="auto"
          className="num min-w-0 truncate text-ink-2 text-small [text-align:match-parent] max-lg:text-end"
        >
          {value === undefined ? (
            <span className="text-ink-3">{t('notInThis')}</span>
          ) : (
            <bdi>{shown(value)}</bdi>
          )}
        </span>
        {isTime ? (
          <span className="col-span-4 max-lg:col-span-3">
            <Badge icon={<Clock aria-hidden="true" />}>{t('isTime')}</Badge>
          </span>
        ) : isOff ? (
          <span className="col-span-4 text-ink-3 text-small max-lg:col-span-3">{t('ignored')}</span>
        ) : (
          <div className="contents max-lg:col-span-3 max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_84px_112px_auto] max-lg:gap-2 max-md:grid-cols-[minmax(0,1fr)_104px]! max-md:[&>button:last-child]:justify-self-end">
            <Input
              aria-label={t('nameOf', { key: dataKey })}
              placeholder={t('namePlaceholder')}
              value={field.displayName}
              maxLength={80}
              autoComplete="off"
              className={dense}
              onChange={(event) => onChange({ displayName: event.target.value })}
            />
            <Input
              aria-label={t('unitOf', { key: dataKey })}
              placeholder={typeof value === 'string' && field.kind !== 'number' ? '' : suggestedUnit(dataKey)}
              value={field.unit}
              maxLength={20}
              autoComplete="off"
              list={UNIT_LIST}
              inputClassName="[&::-webkit-calendar-picker-indicator]:hidden!"
              className={dense}
              onChange={(event) => onChange({ unit: event.target.value })}
            />
            <Select
              aria-label={t('kindOf', { key: dataKey })}
              value={field.kind ?? AS_IT_COMES}
              disabled={!mayWrite}
              className={dense}
              onValueChange={(kind) =>
                onChange({ kind: FIELD_KINDS.find((known) => known === kind) ?? null })
              }
              options={[
                { value: AS_IT_COMES, label: t('asItComes') },
                ...FIELD_KINDS.map((kind) => ({ value: kind, label: tk(kind) })),
              ]}
            />
            <IconButton
              label={t('more', { key: dataKey })}
              tooltip={false}
              aria-expanded={isOpen}
              icon={
                <ChevronDown
                  aria-hidden="true"
                  className={cn(
                    'size-4 transition-transform',
                    isOpen && 'rotate-180',
                    hasMore && 'text-accent-text',
                  )}
                />
              }
              onClick={props.onOpen}
            />
          </div>
        )}
      </div>
      {isOpen && !isOff ? <FieldMore dataKey={dataKey} field={field} onChange={onChange} /> : null}
    </li>
  );
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 58)}…` : text;
}

/** With a question mark: it is not there until it is typed. */
function suggestedUnit(key: string): string {
  const guess = guessUnit(key);
  return guess ? `\u2066${guess}?\u2069` : '';
}
