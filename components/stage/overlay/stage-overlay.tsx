'use client';

import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useStage, useStageFrame } from '../stage-context';
import type { Card } from './card';
import { CardShell, LeaderLine } from './card-shell';
import { Obstacles } from './obstacles';
import type { OverlayItem } from './overlay-item';
import { OverlayLayout } from './overlay-layout';

export type { OverlayItem, OverlayTone } from './overlay-item';

const NO_OBSTACLES: readonly Card[] = [];

/**
 * The one layer of widgets over the scene: DOM of the page's own React tree, moved through refs. Cards keep clear of
 * each other and of panels, shrink (full → compact → dot) where room or nearness lacks, and point at their anchors.
 *
 * A card styles itself by the step it is in: the wrapper is `group/card` with `data-step`, so
 * `group-data-[step=compact]/card:hidden` hides what compact cards leave out.
 *
 * @example
 * <Stage overlay={<StageOverlay items={widgets.map((w) => ({
 *   id: w.id, label: w.title, priority: w.alarmed ? 'critical' : 'normal', tone: w.alarmed ? 'act' : 'normal',
 *   anchor: () => anchorOf(w), node: <WidgetCard widget={w} />,
 * }))} />} … />
 */
export function StageOverlay({ items }: { items: readonly OverlayItem[] }) {
  const { store, insets } = useStage();
  const layout = useMemo(() => new OverlayLayout(), []);
  const obstacles = useMemo(() => new Obstacles(), []);
  const layer = useRef<HTMLDivElement>(null);
  const easing = useRef(0);
  const lastEase = useRef(0);

  useLayoutEffect(() => {
    const gone = new Set(layout.cards.keys());
    for (const item of items) {
      gone.delete(item.id);
      const card = layout.card(item.id);
      card.anchor = item.anchor;
      card.preferred = item.preferred;
      card.urgent = item.priority === 'critical';
      card.most = item.mostStep ?? 'full';
      card.least = item.leastStep ?? 'dot';
    }
    for (const id of gone) layout.cards.delete(id);
    store.hasCards = items.length > 0;
    store.invalidate();
  }, [items, layout, store]);

  useStageFrame((frame) => {
    const over = layer.current
      ? obstacles.measure(store.obstacles, layer.current, frame.width, frame.height)
      : NO_OBSTACLES;
    const moving = layout.frame(frame, insets, store.bounds, over);
    if (moving && easing.current === 0) {
      lastEase.current = performance.now();
      easing.current = requestAnimationFrame(ease);
    }
  });

  /** Cards settle without the scene being drawn again: only the DOM moves. */
  const ease = () => {
    const now = performance.now();
    const moving = layout.draw(Math.min((now - lastEase.current) / 1000, 0.1));
    lastEase.current = now;
    easing.current = moving ? requestAnimationFrame(ease) : 0;
  };

  useEffect(() => () => cancelAnimationFrame(easing.current), []);

  const observer = useMemo(() => {
    if (typeof ResizeObserver === 'undefined') return null;
    return new ResizeObserver((entries) => {
      for (const entry of entries) {
        const card = layout.cards.get(entry.target.getAttribute('data-card') ?? '');
        const box = entry.borderBoxSize[0];
        if (card && box && box.inlineSize > 0) {
          layout.measured(card, { width: box.inlineSize, height: box.blockSize });
        }
      }
      store.invalidate();
    });
  }, [layout, store]);
  useEffect(() => () => observer?.disconnect(), [observer]);

  const pin = (id: string, pinned: boolean) => {
    const card = layout.cards.get(id);
    if (!card || card.pinned === pinned) return;
    card.pinned = pinned;
    store.invalidate();
  };

  return (
    <div ref={layer} className="pointer-events-none absolute inset-0 overflow-hidden" data-overlay>
      <svg className="absolute inset-0 size-full" aria-hidden="true" data-leaders>
        {items.map((item) => (
          <LeaderLine key={item.id} item={item} layout={layout} />
        ))}
      </svg>
      {items.map((item) => (
        <CardShell key={item.id} item={item} layout={layout} observer={observer} onPin={pin} />
      ))}
    </div>
  );
}
