'use client';

import { ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/input';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { StatusDot } from '@/components/ui/status-mark';
import { STATUSES_BY_ATTENTION } from '@/lib/datasource/schema';
import { LIST_ORDERS, type ListOrder, type ListView, type StatusFilter } from './prepare-list';

type Props = {
  view: ListView;
  onChange: (change: Partial<ListView>) => void;
  /** Absent while the list loads. */
  counts?: Record<StatusFilter, number>;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Search, status and order of the list. `/` goes to the search. */
export function ListToolbar({ view, onChange, counts }: Props) {
  const t = useTranslations('datasource.list');
  const ts = useTranslations('ui.status');
  const search = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      search.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const count = (status: StatusFilter) => (counts ? { count: counts[status] } : {});
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div ref={search} className="w-65 max-md:w-full">
        <SearchInput
          value={view.search}
          placeholder={t('search')}
          shortcut="/"
          onValueChange={(text) => onChange({ search: text })}
        />
      </div>
      <SegmentedControl<StatusFilter>
        aria-label={t('status')}
        value={view.status}
        onValueChange={(status) => onChange({ status })}
        segments={[
          { value: 'all', label: t('all'), ...count('all') },
          ...STATUSES_BY_ATTENTION.map((status) => ({
            value: status,
            label: ts(status),
            icon: <StatusDot status={status} />,
            ...count(status),
          })),
        ]}
      />
      <div className="ms-auto max-md:hidden">
        <Menu>
          <MenuTrigger>
            <Button variant="ghost" icon={<ArrowUpDown aria-hidden="true" />}>
              {t(`order.${view.order}`)}
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuRadioGroup
              value={view.order}
              onValueChange={(order) => onChange({ order: order as ListOrder })}
            >
              {LIST_ORDERS.map((order) => (
                <MenuRadioItem key={order} value={order}>
                  {t(`order.${order}`)}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuContent>
        </Menu>
      </div>
    </div>
  );
}
