'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { panView, spanOf, type TimeView, zoomView } from './time-view';
import type { HistoryView } from './use-history-view';

/** Less than this many pixels is a click, not a stretch. */
const DRAG_MIN_PX = 4;
const WHEEL_ZOOM = 0.0015;
const KEY_PAN = 0.15;
const KEY_ZOOM = 1.5;

/** Buttons between the drawings stay buttons. */
const isOnPlot = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-plot]') !== null && !target.closest('button');

type Drag = { kind: 'select' | 'pan'; startX: number; view: TimeView };
type Finger = { x: number; y: number };

const zoomKey = (factor: number) => (history: HistoryView) =>
  history.show(zoomView(history.view, factor, 0.5, history.reach), { remember: false });
const panKey = (share: number) => (history: HistoryView) =>
  history.show(panView(history.view, share, history.reach), { remember: false });

const KEYS: ReadonlyMap<string, (history: HistoryView) => void> = new Map([
  ['ArrowLeft', panKey(-KEY_PAN)],
  ['ArrowRight', panKey(KEY_PAN)],
  ['+', zoomKey(1 / KEY_ZOOM)],
  ['=', zoomKey(1 / KEY_ZOOM)],
  ['-', zoomKey(KEY_ZOOM)],
  ['Home', ({ choose }) => choose('all')],
  ['End', ({ view, reach, show }) => show({ from: reach.now - spanOf(view), to: reach.now })],
  ['Backspace', ({ goBack }) => goBack()],
]);

/**
 * Looks around a history: drag chooses a stretch, Shift and drag or one finger moves it, wheel and two fingers zoom, arrows
 * and + - do both from the keyboard.
 */
export function useGestures(history: HistoryView) {
  /** Holds all lanes. */
  const stage = useRef<HTMLElement>(null);
  /** As wide as the drawings. */
  const surface = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<{ from: number; to: number } | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const fingers = useRef(new Map<number, Finger>());
  const current = useRef(history);
  current.current = history;

  const shareOf = (clientX: number): number => {
    const box = surface.current?.getBoundingClientRect();
    return box && box.width > 0 ? Math.min(1, Math.max(0, (clientX - box.left) / box.width)) : 0;
  };
  const timeAt = (clientX: number, view = history.view) => view.from + spanOf(view) * shareOf(clientX);

  useEffect(() => {
    const node = stage.current;
    if (!node) return;
    // Not passive: the page must not scroll while the wheel zooms.
    const onWheel = (event: WheelEvent) => {
      const box = surface.current?.getBoundingClientRect();
      if (!box || !isOnPlot(event.target)) return;
      event.preventDefault();
      const { view, reach, show } = current.current;
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (isSideways) {
        const delta = (event.deltaX || event.deltaY) * lines;
        show(panView(view, delta / box.width, reach), { remember: false });
        return;
      }
      const at = (event.clientX - box.left) / box.width;
      show(zoomView(view, Math.exp(event.deltaY * lines * WHEEL_ZOOM), at, reach), { remember: false });
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button > 1 || !isOnPlot(event.target)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      return;
    }
    const kind = event.shiftKey || event.button === 1 ? 'pan' : 'select';
    drag.current = { kind, startX: event.clientX, view: history.view };
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') return moveFinger(event);
    setCursor(drag.current || isOnPlot(event.target) ? timeAt(event.clientX) : null);
    const { current: held } = drag;
    if (!held) return;
    if (held.kind === 'pan') {
      const share = shareOf(held.startX) - shareOf(event.clientX);
      history.show(panView(held.view, share, history.reach), { remember: false });
      return;
    }
    if (Math.abs(event.clientX - held.startX) < DRAG_MIN_PX) return setSelected(null);
    const times = [timeAt(held.startX, held.view), timeAt(event.clientX, held.view)] as const;
    setSelected({ from: Math.min(...times), to: Math.max(...times) });
  };

  const moveFinger = (event: PointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const after = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, after);
    if (!other) {
      setCursor(null);
      const share = shareOf(before.x) - shareOf(after.x);
      history.show(panView(history.view, share, history.reach), { remember: false });
      return;
    }
    const [apart, apartNow] = [Math.abs(before.x - other.x), Math.abs(after.x - other.x)];
    if (apart < 8 || apartNow < 8) return;
    const middle = shareOf((after.x + other.x) / 2);
    history.show(zoomView(history.view, apart / apartNow, middle, history.reach), { remember: false });
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') {
      const isTap = fingers.current.size === 1 && event.type === 'pointerup';
      fingers.current.delete(event.pointerId);
      if (isTap) setCursor(timeAt(event.clientX));
      return;
    }
    if (drag.current?.kind === 'select' && selected && event.type === 'pointerup') history.show(selected);
    drag.current = null;
    setSelected(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const { view } = history;
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      // Shift and arrows walk along the readings.
      const step = spanOf(view) * (event.key === 'ArrowLeft' ? -0.01 : 0.01);
      setCursor(Math.min(view.to, Math.max(view.from, (cursor ?? (view.from + view.to) / 2) + step)));
    } else if (event.key === 'Escape') {
      setSelected(null);
      setCursor(null);
    } else {
      const look = KEYS.get(event.key);
      if (!look) return;
      look(history);
    }
    event.preventDefault();
  };

  return {
    stage,
    surface,
    selected,
    cursor,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onPointerLeave: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType !== 'touch' && !drag.current) setCursor(null);
      },
      onKeyDown,
    },
  };
}
