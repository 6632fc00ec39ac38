import fc from 'fast-check';
import type { Draft } from 'mutative';
import { describe, expect, it } from 'vitest';
import { type AssetDocument, assetDocumentSchema } from '@/lib/asset/schema';
import { redo, runCommand, startHistory, undo } from '@/lib/document/edit-history';
import { newWidget } from '@/lib/widget/registry';
import { WIDGET_KINDS } from '@/lib/widget/schema';
import { findWidget } from '../find-widget';
import { addWidget } from './add-widget';
import { changeWidget } from './change-widget';
import { changeWidgetKind } from './change-widget-kind';
import { duplicateWidget } from './duplicate-widget';
import { moveWidget } from './move-widget';
import { removeWidget } from './remove-widget';

const single = (id: string) => newWidget('single_data', { id, title: id, dataKey: 'temperature' });
const start: AssetDocument = {
  schemaVersion: 1,
  widgets: [single('a'), { id: 'x', kind: 'gauge', dial: 7 }, single('b'), single('c')],
};
const ids = (document: AssetDocument) => document.widgets.map((widget) => widget.id).join('');
const doing = (command: (draft: Draft<AssetDocument>) => void, on = start): AssetDocument =>
  runCommand(startHistory(on), command, { label: 'x' }).document;

describe('commands on an asset', () => {
  it('adds below the others or below one', () => {
    expect(ids(doing(addWidget(single('n'))))).toBe('axbcn');
    expect(ids(doing(addWidget(single('n'), 'a')))).toBe('anxbc');
  });

  it.each([
    ['a', 0, 'axbc'],
    ['a', 1, 'xabc'],
    ['a', 99, 'xbca'],
    ['c', -5, 'caxb'],
    ['x', 3, 'abcx'],
    ['nobody', 0, 'axbc'],
  ])('moves %s to %i: %s', (id, to, expected) => {
    expect(ids(doing(moveWidget(id, to)))).toBe(expected);
  });

  it('removes any kind, also one that it does not know', () => {
    expect(ids(doing(removeWidget('x')))).toBe('abc');
    expect(ids(doing(removeWidget('nobody')))).toBe('axbc');
  });

  it('changes settings and alerts, and refuses what the schema refuses', () => {
    const changed = doing(changeWidget('a', { title: ' Drum ', alerts: { enabled: true, value: 85 } }));
    expect(findWidget(changed, 'a')).toMatchObject({
      title: 'Drum',
      dataKey: 'temperature',
      alerts: { enabled: true, value: 85, condition: 'greater_than' },
    });
    expect(doing(changeWidget('a', { decimals: 42 }))).toEqual(start);
    expect(doing(changeWidget('x', { title: 'no' }))).toEqual(start);
  });

  it('keeps what both kinds have when the kind changes', () => {
    const placed = doing(
      changeWidget('a', { anchor: { partId: 'Press', position: [1, 2, 3], normal: [0, 1, 0] } }),
    );
    const bar = findWidget(doing(changeWidgetKind('a', 'bar_chart'), placed), 'a');
    expect(bar).toMatchObject({ kind: 'bar_chart', dataKey: 'temperature', labelsKey: 'labels' });
    expect(bar?.anchor?.partId).toBe('Press');
    expect(bar).not.toHaveProperty('showSparkline');
  });

  it('copies below the original, sharing nothing with it', () => {
    const copied = doing(duplicateWidget('a', { id: 'd', title: 'a 2' }));
    expect(ids(copied)).toBe('adxbc');
    expect(findWidget(copied, 'd')).toMatchObject({ title: 'a 2', dataKey: 'temperature' });
    expect(findWidget(copied, 'd')?.alerts).not.toBe(findWidget(copied, 'a')?.alerts);
    expect(ids(doing(duplicateWidget('x', { id: 'd', title: '' })))).toBe('axbc');
  });

  it('whatever is done, undo leads back, redo forth, and every step is a document that can be saved', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'x', 'n1', 'n2');
    const command = fc.oneof(
      fc.constantFrom('n1', 'n2', 'n3').map((n) => addWidget(single(n))),
      id.map(removeWidget),
      fc.tuple(id, fc.integer({ min: -1, max: 6 })).map(([i, to]) => moveWidget(i, to)),
      fc.tuple(id, fc.constantFrom(...WIDGET_KINDS)).map(([i, kind]) => changeWidgetKind(i, kind)),
      fc
        .tuple(id, fc.string(), fc.option(fc.integer({ min: -2, max: 12 })))
        .map(([i, title, decimals]) => changeWidget(i, { title, decimals, alerts: { value: title } })),
      fc.tuple(id, fc.uuid()).map(([i, copy]) => duplicateWidget(i, { id: copy, title: 'copy' })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        let history = startHistory(start);
        for (const one of commands) {
          history = runCommand(history, one, { label: 'x' });
          expect(assetDocumentSchema.safeParse(history.document).success).toBe(true);
        }
        const end = history.document;
        while (history.past.length) history = undo(history);
        expect(history.document).toEqual(start);
        while (history.future.length) history = redo(history);
        expect(history.document).toEqual(end);
      }),
    );
  });
});
