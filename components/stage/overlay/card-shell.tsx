'use client';

import { type FocusEvent, type KeyboardEvent, memo, useCallback, useRef } from 'react';
import type { OverlayItem } from './overlay-item';
import type { OverlayLayout } from './overlay-layout';

/** Physical edges: the layout counts pixels from the top left corner in every language. */
const CORNER = { left: 0, top: 0 };

/** A card's place in the layer. The layout moves it and tells its step; the widget inside draws itself. */
export const CardShell = memo(function CardShell({
  item,
  layout,
  observer,
  onPin,
}: {
  item: OverlayItem;
  layout: OverlayLayout;
  observer: ResizeObserver | null;
  onPin: (id: string, pinned: boolean) => void;
}) {
  const { id } = item;
  const shell = useRef<HTMLElement>(null);

  const attachShell = useCallback(
    (element: HTMLElement | null) => {
      shell.current = element;
      layout.card(id).elements.card = element;
    },
    [layout, id],
  );
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element || !observer) return;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );

  const open = () => {
    onPin(id, true);
    // The dot disappears under the finger; focus stays with the card so that leaving it closes it.
    shell.current?.focus({ preventScroll: true });
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onPin(id, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onPin(id, false);
  };

  return (
    <article
      ref={attachShell}
      tabIndex={-1}
      aria-label={item.label}
      data-step="full"
      data-shown="false"
      data-tone={item.tone ?? 'normal'}
      data-priority={item.priority}
      className="group/card pointer-events-auto invisible absolute w-max opacity-0 outline-none transition-opacity duration-100 data-[priority=critical]:z-10 data-[shown=true]:visible data-[shown=true]:opacity-100 hover:z-20 focus-within:z-20"
      style={CORNER}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <div ref={measure} data-card={id} className="w-max group-data-[step=dot]/card:hidden">
        {item.node}
      </div>
      <button
        type="button"
        aria-label={item.label}
        onClick={open}
        style={CORNER}
        className="absolute hidden size-8 -translate-x-1/2 -translate-y-1/2 cursor-pointer place-items-center rounded-full outline-none focus-visible:ring-2 focus-visible:ring-focus group-data-[step=dot]/card:grid"
      >
        <DotMark />
      </button>
    </article>
  );
});

/** The dot says its state by form as well as colour: disc, diamond, triangle, hollow and dashed when old. */
function DotMark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 drop-shadow-sm" aria-hidden="true">
      <g className="hidden stroke-surface stroke-2 group-data-[tone=know]/card:block group-data-[tone=normal]/card:block">
        <circle cx="10" cy="10" r="6" className="fill-ink-2 group-data-[tone=know]/card:fill-inform" />
      </g>
      <path
        d="M10 2.5 17.5 10 10 17.5 2.5 10Z"
        className="hidden fill-look stroke-2 stroke-surface group-data-[tone=look]/card:block"
      />
      <path
        d="M10 2 18.5 17H1.5Z"
        className="hidden fill-act stroke-2 stroke-surface group-data-[tone=act]/card:block"
      />
      <g className="hidden group-data-[tone=stale]/card:block">
        <circle cx="10" cy="10" r="6" className="fill-surface" />
        <circle cx="10" cy="10" r="5" className="fill-none stroke-2 stroke-ink-3" strokeDasharray="2.6 2.6" />
      </g>
    </svg>
  );
}

/** A leader: line with a halo under it, ring and dot on the anchor. */
export const LeaderLine = memo(function LeaderLine({
  item,
  layout,
}: {
  item: OverlayItem;
  layout: OverlayLayout;
}) {
  const { id } = item;
  const attach = useCallback(
    (element: SVGGElement | null) => {
      layout.card(id).elements.leader = element;
    },
    [layout, id],
  );
  return (
    <g
      ref={attach}
      data-shown="false"
      data-tone={item.tone ?? 'normal'}
      className="group/leader invisible data-[shown=true]:visible"
    >
      <path className="fill-none stroke-3 stroke-surface/60" />
      <path className="fill-none stroke-ink-2 [stroke-width:1.1] group-data-[tone=act]/leader:stroke-act group-data-[tone=look]/leader:stroke-look-text group-data-[tone=stale]/leader:[stroke-dasharray:3_3]" />
      <circle
        r="6"
        className="fill-surface/70 stroke-1 stroke-ink-2/75 group-data-[tone=act]/leader:fill-none group-data-[tone=act]/leader:stroke-act"
      />
      <circle r="2.5" className="fill-ink-2 group-data-[tone=act]/leader:fill-act" />
    </g>
  );
});
