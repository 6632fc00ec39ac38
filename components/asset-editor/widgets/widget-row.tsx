'use client';

import { CircleHelp, MapPinOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/class-names';
import { lookOf } from '@/components/widget/widget-looks';
import type { Severity } from '@/lib/alert/schema';
import { isKnownWidget } from '@/lib/widget/registry';
import type { UnknownWidget, Widget } from '@/lib/widget/schema';
import { AlertDot } from '../alert-dot';

type Props = {
  widget: Widget | UnknownWidget;
  selected: boolean;
  severity: Severity | undefined;
  onSelect: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** One widget of the list. */
export function WidgetRow({ widget, selected, severity, onSelect, onKeyDown }: Props) {
  const t = useTranslations('assetEditor.widgets');
  const tw = useTranslations('widget');
  const known = isKnownWidget(widget) ? widget : null;
  const Icon = known ? lookOf(known.kind).icon : CircleHelp;
  return (
    <button
      type="button"
      data-widget-row={widget.id}
      aria-current={selected || undefined}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      className={cn(
        'flex h-[30px] w-full items-center gap-1.5 rounded-sm ps-1 pe-1.5 text-start text-dense text-ink-2 -outline-offset-2 hover:bg-hover [&_svg]:size-3.5 [&_svg]:text-ink-3',
        selected &&
          'bg-accent-soft font-[550] text-ink shadow-[inset_0_0_0_1px_var(--accent-line)] hover:bg-accent-soft',
      )}
    >
      <Icon aria-hidden="true" className="shrink-0" />
      <bdi className="min-w-0 truncate">{known ? known.title || tw('untitled') : tw('unknownKind')}</bdi>
      <span className="ms-auto flex shrink-0 items-center gap-1.5">
        {known && !known.anchor ? <MapPinOff aria-label={t('notPlaced')} role="img" /> : null}
        {severity ? <AlertDot severity={severity} /> : null}
      </span>
    </button>
  );
}
