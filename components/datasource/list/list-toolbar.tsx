'use client';

import { ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SlashSearch } from '@/components/document/slash-search';
import { Button } from '@/components/ui/button';
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

/** Search, status and order of the list. */
export function ListToolbar({ view, onChange, counts }: Props) {
  const t = useTranslations('datasource.list');
  const ts = useTranslations('ui.status');
  const count = (status: StatusFilter) => (counts ? { count: counts[status] } : {});
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SlashSearch value={view.search} label={t('search')} onValueChange={(search) => onChange({ search })} />
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
