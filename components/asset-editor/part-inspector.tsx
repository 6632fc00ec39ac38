'use client';

import { Focus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Vector3 } from 'three';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { lookOf } from '@/components/widget/widget-looks';
import { flattenParts } from '@/lib/asset/flatten-parts';
import { addNewWidget } from '@/lib/asset-editor/editor-actions';
import { widgetDefinition } from '@/lib/widget/registry';
import { WIDGET_KINDS, type WidgetKind } from '@/lib/widget/schema';
import { useAssetEditor, useKnownWidgets } from './editor-context';
import { Fact, FactList, PanelGroup, PanelHead } from './panel-parts';

/** The selected part: what it is, which widgets hang on it, and a new one for it. */
export function PartInspector({ partId }: { partId: string }) {
  const t = useTranslations('assetEditor.part');
  const tk = useTranslations('widget.kind');
  const format = useFormatter();
  const { asset, anchors, actions, session, canEdit } = useAssetEditor();
  const part = useMemo(
    () => flattenParts(asset.parts).find(({ id }) => id === partId),
    [asset.parts, partId],
  );
  const here = useKnownWidgets().filter(({ anchor }) => anchor?.partId === partId);
  if (!part) return null;
  const size = anchors.boxOf(partId)?.getSize(new Vector3());
  const metres = (value: number) =>
    format.number(value, { numberingSystem: 'latn', minimumFractionDigits: 2, maximumFractionDigits: 2 });

  /** It hangs on the part at once; dragging its anchor, or a click on the model, moves it. */
  const add = (kind: WidgetKind) => addNewWidget(actions, kind, anchors.onTopOf(partId) ?? null);

  return (
    <section aria-label={part.name}>
      <PanelHead title={part.name} onClose={() => session.getState().selectPart(null)}>
        <IconButton
          label={t('focus')}
          shortcut="F"
          icon={<Focus aria-hidden="true" />}
          onClick={() => actions.focus(partId)}
        />
      </PanelHead>
      <FactList>
        <Fact label={t('id')}>
          <span className="code-text ltr break-all">{part.id}</span>
        </Fact>
        <Fact label={t('triangles')}>{format.number(part.triangles, { numberingSystem: 'latn' })}</Fact>
        <Fact label={t('inside')}>{t('parts', { count: part.children.length })}</Fact>
        {size ? (
          <Fact label={t('size')}>
            <span className="ltr num">
              {metres(size.x)} × {metres(size.z)} × {metres(size.y)} m
            </span>
          </Fact>
        ) : null}
      </FactList>
      <PanelGroup title={t('widgets')}>
        {here.length === 0 ? <p className="text-ink-3 text-small">{t('noWidgets')}</p> : null}
        {here.map((widget) => {
          const { icon: Icon } = lookOf(widget.kind);
          return (
            <Button
              key={widget.id}
              variant="ghost"
              size="small"
              className="justify-start"
              icon={<Icon aria-hidden="true" className="size-3.5" />}
              onClick={() => session.getState().selectWidget(widget.id, partId)}
            >
              <bdi className="truncate">{widget.title}</bdi>
            </Button>
          );
        })}
      </PanelGroup>
      {canEdit ? (
        <PanelGroup title={t('addHere')}>
          <div className="grid grid-cols-4 gap-1.5">
            {WIDGET_KINDS.map((kind) => {
              const { icon: Icon } = lookOf(kind);
              return (
                <button
                  key={kind}
                  type="button"
                  title={widgetDefinition(kind).label}
                  onClick={() => add(kind)}
                  className="grid justify-items-center gap-1 rounded-md border border-line px-0.5 pt-2 pb-1.5 text-ink-2 text-micro hover:bg-hover"
                >
                  <Icon aria-hidden="true" />
                  {tk(kind)}
                </button>
              );
            })}
          </div>
        </PanelGroup>
      ) : null}
    </section>
  );
}
