'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, memo, Suspense, useState } from 'react';
import { type DatasourceOverrides, datasourceOf } from '@/lib/widget/live-widget';
import { isKnownWidget } from '@/lib/widget/registry';
import type { UnknownWidget, Widget } from '@/lib/widget/schema';
import { cardSeverity } from './alert-look';
import { CardFrame, cardInset } from './card-frame';
import { useWidgetState } from './use-widget-state';
import { lookOf } from './widget-looks';

// recharts is only fetched for those who open a Large View.
const LargeView = lazy(async () => ({ default: (await import('./large-view/large-view')).LargeView }));

type Shared = {
  selected?: boolean;
  /** Makes the whole card clickable. Keep its identity. */
  onSelect?: ((widgetId: string) => void) | undefined;
};

/**
 * A widget as a card, live. Within an overlay it follows its wrapper's step (`group/card`, `data-step`).
 *
 * @example <WidgetCard widget={widget} overrides={instance.datasources} />
 */
export const WidgetCard = memo(function WidgetCard({
  widget,
  overrides,
  ...shared
}: Shared & { widget: Widget | UnknownWidget; overrides?: DatasourceOverrides }) {
  if (!isKnownWidget(widget)) return <UnknownCard widget={widget} {...shared} />;
  return <KnownCard widget={widget} {...(overrides && { overrides })} {...shared} />;
});

function KnownCard({
  widget,
  overrides,
  selected = false,
  onSelect,
}: Shared & { widget: Widget; overrides?: DatasourceOverrides }) {
  const state = useWidgetState(widget, overrides);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { Look, width, quietExpand } = lookOf(widget.kind);
  const severity = cardSeverity(widget, state);
  const datasourceId = datasourceOf(widget, overrides);
  const hatched = state.old || state.status === 'mismatch';
  return (
    <div
      data-widget={widget.id}
      data-kind={widget.kind}
      data-status={state.status}
      data-old={state.old}
      data-alert={state.alert?.severity ?? 'none'}
    >
      <CardFrame
        title={widget.title}
        width={width[widget.size]}
        severity={severity}
        hatched={hatched}
        selected={selected}
        onSelect={onSelect && (() => onSelect(widget.id))}
        quietExpand={quietExpand}
        onExpand={widget.largeView && state.time !== null ? () => setOpen(true) : undefined}
      >
        <Look
          widget={widget}
          state={state}
          severity={severity}
          datasourceId={datasourceId}
          inset={cardInset(severity, hatched)}
          locale={locale}
        />
      </CardFrame>
      {open ? (
        <Suspense>
          <LargeView
            widget={widget}
            state={state}
            datasourceId={datasourceId}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** A kind of a newer version: kept untouched, shown as what it is. */
function UnknownCard({ widget, selected = false, onSelect }: Shared & { widget: UnknownWidget }) {
  const t = useTranslations('widget');
  const title = typeof widget.title === 'string' && widget.title ? widget.title : t('unknownKind');
  return (
    <div data-widget={widget.id} data-kind="unknown" data-status="unknown">
      <CardFrame
        title={title}
        width="w-[176px]"
        hatched
        selected={selected}
        onSelect={onSelect && (() => onSelect(widget.id))}
      >
        <p className="text-ink-3 text-micro">{t('unknownKindHint', { kind: widget.kind })}</p>
      </CardFrame>
    </div>
  );
}
