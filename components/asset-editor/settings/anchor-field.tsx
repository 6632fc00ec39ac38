'use client';

import { Crosshair, MapPinOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { flattenParts } from '@/lib/asset/flatten-parts';
import type { Widget } from '@/lib/widget/schema';
import { useAssetEditor, useEditorSession } from '../editor-context';
import { PanelGroup } from '../panel-parts';
import type { Settings } from './use-settings';

/** Where the widget hangs: clicked on the model, dragged there by its handle, or chosen by the part's name. */
export function AnchorField({
  widget,
  settings,
  disabled,
}: {
  widget: Widget;
  settings: Settings;
  disabled: boolean;
}) {
  const t = useTranslations('assetEditor.anchor');
  const { asset, anchors, session } = useAssetEditor();
  const placing = useEditorSession((s) => s.placingId === widget.id);
  const parts = useMemo(() => flattenParts(asset.parts), [asset.parts]);
  const { anchor } = widget;
  const isGone = anchor !== null && !parts.some(({ id }) => id === anchor.partId);

  const hangOn = (partId: string) => {
    const place = anchors.onTopOf(partId);
    if (!place) return;
    settings.change({ anchor: place });
    session.getState().set({ partId, placingId: null });
  };

  return (
    <PanelGroup
      title={t('title')}
      aside={
        anchor && !disabled ? (
          <IconButton
            label={t('remove')}
            icon={<MapPinOff aria-hidden="true" />}
            onClick={() => settings.change({ anchor: null })}
          />
        ) : null
      }
    >
      <Select
        aria-label={t('part')}
        value={anchor && !isGone ? anchor.partId : undefined}
        placeholder={t(isGone ? 'partGone' : 'nowhere')}
        disabled={disabled}
        options={parts.map(({ id, name }) => ({ value: id, label: <bdi className="truncate">{name}</bdi> }))}
        onValueChange={hangOn}
        className="h-7 bg-sunken text-small"
      />
      {disabled ? null : (
        <Button
          size="small"
          aria-pressed={placing}
          icon={<Crosshair aria-hidden="true" />}
          onClick={() => session.getState().set({ placingId: placing ? null : widget.id })}
        >
          {t(placing ? 'clickNow' : anchor ? 'moveOnModel' : 'placeOnModel')}
        </Button>
      )}
    </PanelGroup>
  );
}
