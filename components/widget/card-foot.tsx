'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Age } from '@/components/ui/age';
import { formatValue } from '@/lib/widget/format-value';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { type Foot, prepareFoot } from './prepare-foot';

const code = (key: string) => () => <span className="code-text ltr break-all">{key}</span>;

type Props = {
  widget: Widget;
  state: WidgetState;
  locale: string;
  unit: string;
  /** After the age: the latest value of a chart. */
  after?: ReactNode;
};

/** How old the value is, or what is the matter with it. */
export function CardFoot({ widget, state, locale, unit, after }: Props) {
  const t = useTranslations('widget');
  const foot = prepareFoot(widget, state);
  const say: { [K in Foot['kind']]: (given: Extract<Foot, { kind: K }>) => ReactNode } = {
    unset: () => t('foot.unset'),
    loading: () => t('foot.loading'),
    missing: () => t('foot.missing'),
    never: ({ key }) => t.rich('foot.never', { key: code(key) }),
    partial: ({ key }) => t.rich('foot.partial', { key: code(key) }),
    mismatch: ({ mismatch }) => t.rich(`mismatch.${mismatch.reason}`, { key: code(mismatch.key) }),
    old: ({ at }) => t.rich('foot.old', { age: () => <Age at={at} /> }),
    age: ({ at }) => <Age at={at} />,
    alert: ({ condition, limit }) =>
      t(`alert.${condition}`, { limit: `${formatValue(limit, locale, null)}${unit && ` ${unit}`}` }),
  };
  const text = (say[foot.kind] as (given: Foot) => ReactNode)(foot);
  const isQuiet = foot.kind === 'age' || foot.kind === 'loading';
  return (
    <div
      data-foot={foot.kind}
      className={`text-micro group-data-[step=compact]/card:hidden ${isQuiet ? 'text-ink-3' : 'text-ink-2'}`}
    >
      {text}
      {after && foot.kind === 'age' ? <> · {after}</> : null}
    </div>
  );
}
