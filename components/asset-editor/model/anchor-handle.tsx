'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { Vector3 } from 'three';
import { useStage, useStageFrame } from '@/components/stage/stage-context';
import { changeWidget } from '@/lib/asset-editor/commands/change-widget';
import type { Anchor, Widget } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';
import type { SurfacePointer } from './surface-pointer';

const projected = new Vector3();

/** The anchor of the selected widget: dragged over the model, or taken by Enter to be set with the next click. */
export function AnchorHandle({
  widget,
  anchor,
  surface,
}: {
  widget: Widget;
  anchor: Anchor;
  surface: RefObject<SurfacePointer | null>;
}) {
  const t = useTranslations('assetEditor.anchor');
  const { anchors, editor, session } = useAssetEditor();
  const { store } = useStage();
  const handle = useRef<HTMLButtonElement>(null);
  const dragged = useRef<Anchor | null>(null);
  const follow = anchors.follow(`${widget.id} handle`, anchor);

  useStageFrame(({ camera, width, height }) => {
    const element = handle.current;
    if (!element) return;
    const point = dragged.current ? anchors.follow(widget.id, dragged.current)() : follow();
    projected.copy(point).project(camera);
    element.style.visibility = projected.z < 1 ? 'visible' : 'hidden';
    const x = ((projected.x + 1) / 2) * width;
    const y = ((1 - projected.y) / 2) * height;
    element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
  });

  const show = (next: Anchor | null) => {
    dragged.current = next;
    anchors.preview(widget.id, next);
    store.invalidate();
  };
  useEffect(
    () => () => {
      anchors.preview(widget.id, null);
    },
    [anchors, widget.id],
  );

  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const under = surface.current?.(event.clientX, event.clientY);
    if (under) show(under);
  };
  const drop = () => {
    const next = dragged.current;
    show(null);
    if (!next) return;
    editor.getState().run(changeWidget(widget.id, { anchor: next }), { label: 'place' });
    session.getState().set({ partId: next.partId });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && dragged.current) {
      event.stopPropagation();
      show(null);
    }
  };

  return (
    <button
      ref={handle}
      type="button"
      aria-label={t('handle', { title: widget.title })}
      data-anchor-handle={widget.id}
      className="pointer-events-auto absolute z-10 grid size-7 cursor-grab touch-none place-items-center rounded-full focus-visible:outline-2 focus-visible:outline-focus active:cursor-grabbing"
      // Physical edges: the transform counts pixels from the top left corner in every language.
      style={{ left: 0, top: 0, visibility: 'hidden' }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={() => show(null)}
      onKeyDown={press}
      onClick={(event) => {
        // A keyboard's click has no pointer behind it.
        if (event.detail === 0) session.getState().set({ placingId: widget.id });
      }}
    >
      <span className="size-3.5 rounded-full border-2 border-accent bg-surface shadow-button" />
    </button>
  );
}
