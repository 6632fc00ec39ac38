import { describe, expect, it } from 'vitest';
import { CONDITION_KINDS, ICON_KINDS, SEVERITIES } from '@/lib/alert/schema';
import { MISMATCH_REASONS, SETTING_PROBLEMS } from '@/lib/widget/definition';
import { newWidget, widgetDefinition } from '@/lib/widget/registry';
import { WIDGET_KINDS, WIDGET_SIZES, WIDGET_TONES } from '@/lib/widget/schema';
import ar from '@/messages/ar.json';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { ICON_LOOKS } from './icon-looks';
import { lookOf } from './widget-looks';

type Tree = { [key: string]: string | Tree };
const says = (messages: Tree, path: string): unknown =>
  path
    .split('.')
    .reduce<Tree | string | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), messages);

describe('every kind', () => {
  it.each(WIDGET_KINDS)(
    '%s has a definition whose defaults its schema takes, and a look in all sizes',
    (kind) => {
      const definition = widgetDefinition(kind);
      expect(definition.kind).toBe(kind);
      expect(definition.schema.safeParse(newWidget(kind, { id: 'w', title: 'T' })).success).toBe(true);
      expect(Object.keys(lookOf(kind).width).sort()).toEqual([...WIDGET_SIZES].sort());
    },
  );

  it('of icon has a look', () => {
    expect(Object.keys(ICON_LOOKS).sort()).toEqual([...ICON_KINDS].sort());
  });

  it.each([
    ['en', en],
    ['fr', fr],
    ['ar', ar],
  ])('of anything has its words in %s', (_, messages) => {
    const keys = [
      ...WIDGET_KINDS.flatMap((kind) => [
        widgetDefinition(kind).labelKey,
        `assetEditor.newTitle.${kind}`,
        `assetEditor.widgets.kindHint.${kind}`,
        `assetEditor.alerts.checks.${kind}`,
      ]),
      ...MISMATCH_REASONS.map((reason) => `widget.mismatch.${reason}`),
      ...SETTING_PROBLEMS.map((code) => `widget.problem.${code}`),
      ...WIDGET_SIZES.map((size) => `widget.size.${size}`),
      ...WIDGET_TONES.map((tone) => `widget.tone.${tone}`),
      ...CONDITION_KINDS.flatMap((kind) => [`alert.condition.${kind}`, `widget.alert.${kind}`]),
      ...ICON_KINDS.map((kind) => `alert.icon.${kind}`),
      ...SEVERITIES.flatMap((severity) => [`alert.severity.${severity}`, `alert.severityHint.${severity}`]),
    ];
    expect(keys.filter((key) => typeof says(messages as unknown as Tree, key) !== 'string')).toEqual([]);
  });
});
