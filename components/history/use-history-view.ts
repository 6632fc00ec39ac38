'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useNow } from '@/components/ui/clock';
import { clampView, type Preset, presetView, type Reach, sameView, spanOf, type TimeView } from './time-view';

export type ViewState = {
  view: TimeView;
  /** The preset that goes on with time; null: a stretch of the reader's choice, which stands still. */
  preset: Preset | null;
  /** Where one was before. */
  back: readonly { view: TimeView; preset: Preset | null }[];
};

type Change =
  | { to: 'view'; view: TimeView; reach: Reach; remember: boolean }
  | { to: 'preset'; preset: Preset; reach: Reach }
  | { to: 'back'; reach: Reach }
  | { to: 'now'; reach: Reach };

const BACK_MAX = 50;

function change(state: ViewState, next: Change): ViewState {
  const remembered = () => [...state.back.slice(-BACK_MAX), { view: state.view, preset: state.preset }];
  if (next.to === 'now') return followed(state, next.reach);
  if (next.to === 'preset') {
    return { view: presetView(next.preset, next.reach), preset: next.preset, back: remembered() };
  }
  if (next.to === 'back') {
    const last = state.back.at(-1);
    if (!last) return state;
    return followed({ ...last, back: state.back.slice(0, -1) }, next.reach);
  }
  const view = clampView(next.view, next.reach);
  if (sameView(view, state.view)) return state;
  return { view, preset: null, back: next.remember ? remembered() : state.back };
}

/** Moves on with time, by whole pixels of a wide screen: nothing trembles. */
function followed(state: ViewState, { oldest, now }: Reach): ViewState {
  if (state.preset === null) return state;
  const step = spanOf(state.view) / 2_000;
  const to = Math.max(state.view.to, Math.floor(now / step) * step);
  const moved = state.preset === 'all' ? presetView('all', { oldest, now: to }) : undefined;
  const view = moved ?? { from: to - spanOf(state.view), to };
  return sameView(view, state.view) ? state : { ...state, view };
}

const STORED_AFTER_MS = 300;

/** What the history shows, kept in the address so that it can be shared, and with a way back. */
export function useHistoryView(initial: Pick<ViewState, 'view' | 'preset'>, oldest: number) {
  const now = useNow();
  const reach = { oldest, now };
  const reachNow = useRef(reach);
  reachNow.current = reach;
  const [state, dispatch] = useReducer(change, { ...initial, back: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tick of the clock
  useEffect(() => dispatch({ to: 'now', reach: reachNow.current }), [now]);
  const { view, preset } = state;
  useEffect(() => {
    const later = setTimeout(() => storeInAddress(view, preset), STORED_AFTER_MS);
    return () => clearTimeout(later);
  }, [view, preset]);
  return {
    ...state,
    reach,
    show: useCallback(
      (next: TimeView, { remember = true } = {}) =>
        dispatch({ to: 'view', view: next, reach: reachNow.current, remember }),
      [],
    ),
    choose: useCallback(
      (next: Preset) => dispatch({ to: 'preset', preset: next, reach: reachNow.current }),
      [],
    ),
    goBack: useCallback(() => dispatch({ to: 'back', reach: reachNow.current }), []),
  };
}
export type HistoryView = ReturnType<typeof useHistoryView>;

function storeInAddress(view: TimeView, preset: Preset | null): void {
  const url = new URL(window.location.href);
  if (preset) {
    url.searchParams.set('range', preset);
    url.searchParams.delete('from');
    url.searchParams.delete('to');
  } else {
    url.searchParams.delete('range');
    url.searchParams.set('from', new Date(view.from).toISOString());
    url.searchParams.set('to', new Date(view.to).toISOString());
  }
  if (url.href !== window.location.href) window.history.replaceState(null, '', url);
}
