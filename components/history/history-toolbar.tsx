'use client';

import { ChevronLeft, ChevronRight, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { CustomRange } from './custom-range';
import { PRESET_NAMES, type Preset, panView, zoomView } from './time-view';
import type { HistoryView } from './use-history-view';

const STEP = 0.5;

/** Ranges to choose, and the same by hand as with the pointer. */
export function HistoryToolbar({ history }: { history: HistoryView }) {
  const t = useTranslations('history');
  const { view, preset, reach, show, choose, goBack, back } = history;
  const icon = (Icon: typeof ZoomIn, flips = false) => (
    <Icon aria-hidden="true" className={flips ? 'flip size-4' : 'size-4'} />
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SegmentedControl<Preset | 'custom'>
        aria-label={t('range')}
        value={preset ?? 'custom'}
        onValueChange={(value) => {
          if (value !== 'custom') choose(value);
        }}
        segments={PRESET_NAMES.map((name) => ({ value: name, label: t(`preset.${name}`) }))}
      />
      <CustomRange history={history} />
      <span className="ltr ms-auto flex items-center gap-0.5">
        <IconButton
          label={t('back')}
          shortcut="⌫"
          icon={icon(Undo2)}
          disabled={back.length === 0}
          onClick={goBack}
        />
        <IconButton
          label={t('earlier')}
          shortcut="←"
          icon={icon(ChevronLeft)}
          onClick={() => show(panView(view, -STEP, reach))}
        />
        <IconButton
          label={t('later')}
          shortcut="→"
          icon={icon(ChevronRight)}
          onClick={() => show(panView(view, STEP, reach))}
        />
        <IconButton
          label={t('zoomIn')}
          shortcut="+"
          icon={icon(ZoomIn)}
          onClick={() => show(zoomView(view, STEP, 0.5, reach))}
        />
        <IconButton
          label={t('zoomOut')}
          shortcut="-"
          icon={icon(ZoomOut)}
          onClick={() => show(zoomView(view, 1 / STEP, 0.5, reach))}
        />
      </span>
    </div>
  );
}
