import { describe, expect, it } from 'vitest';
import type { FieldSample } from '@/lib/field-rules/fields-schema';
import { fieldRulesSchema, NO_FIELD_RULES } from '@/lib/field-rules/schema';
import {
  collectKeys,
  draftFrom,
  type FieldsDraft,
  namesOf,
  previewOf,
  rulesOf,
  setKept,
  treeOf,
} from './prepare-fields';

const sample: FieldSample = {
  aheadSecondsMax: 86_400,
  requestId: '1',
  at: '2026-01-01T00:00:00.000Z',
  endpoint: 'own',
  format: 'json',
  timeUs: 1.7e15,
  timeKey: 'ts',
  keys: ['ts', 'temp', 'motor.rpm', 'motor.on', 'uptime'],
  values: [1_700_000_000, '21,5', 1480, true, 5],
  isAsRead: false,
};
const keys = collectKeys([sample], NO_FIELD_RULES, []);
const fresh = draftFrom(keys, NO_FIELD_RULES, []);
const change = (draft: FieldsDraft, key: string, part: object): FieldsDraft => ({
  ...draft,
  fields: { ...draft.fields, [key]: { ...draft.fields[key], ...part } as never },
});

describe('the form', () => {
  it('says nothing while nothing is chosen', () => {
    expect(rulesOf(fresh)).toEqual(NO_FIELD_RULES);
  });

  it('reads its own rules again as they were chosen', () => {
    let draft = setKept(fresh, { key: 'uptime' }, false);
    draft = change(draft, 'temp', { kind: 'number', renamedTo: 'temperature' });
    draft = { ...setKept(draft, { group: 'motor' }, false), timeKey: 'ts', ignoreOthers: true };
    const rules = fieldRulesSchema.parse(rulesOf(draft));
    expect(rules).toMatchObject({
      timeKey: 'ts',
      ignoreOthers: true,
      ignored: ['motor.*'],
      fields: [{ key: 'temp', renamedTo: 'temperature', kind: 'number' }],
    });
    expect(rulesOf(draftFrom(collectKeys([sample], rules, []), rules, []))).toEqual(rules);
  });

  it('ignores a group with what may come in it later, until one of it is kept', () => {
    const off = setKept(fresh, { group: 'motor' }, false);
    expect(rulesOf(off).ignored).toEqual(['motor.*']);
    const one = setKept(off, { key: 'motor.rpm' }, true);
    expect(rulesOf(one).ignored).toEqual(['motor.on']);
    expect(rulesOf(setKept(off, { group: 'motor' }, true)).ignored).toEqual([]);
  });

  it('names every field that is kept when others are ignored', () => {
    const rules = rulesOf({ ...setKept(fresh, { key: 'uptime' }, false), ignoreOthers: true });
    expect(rules.fields.map(({ key }) => key)).toEqual(['ts', 'temp', 'motor.rpm', 'motor.on']);
    expect(rules.ignored).toEqual([]);
  });
});

describe('the preview', () => {
  it('takes the usual time out, or the chosen one, or none', () => {
    expect(previewOf(sample, NO_FIELD_RULES)).toMatchObject({
      message: { timeUs: 1.7e15, keys: ['temp', 'motor.rpm', 'motor.on', 'uptime'] },
      ignored: 0,
    });
    const byKey = previewOf(sample, { ...NO_FIELD_RULES, timeKey: 'ts' });
    expect(byKey).toMatchObject({ message: { timeUs: 1.7e15 }, ignored: 0 });
    expect(byKey.message.keys).not.toContain('ts');
    const arrival = previewOf(sample, { ...NO_FIELD_RULES, useArrival: true });
    expect(arrival.message.timeUs).toBeUndefined();
    expect(arrival.message.keys).toContain('ts');
  });
});

it('tells only the names that differ, under the key that is stored', () => {
  let draft = change(fresh, 'temp', { renamedTo: 'temperature', kind: 'number', unit: '°C' });
  draft = change(draft, 'uptime', { displayName: 'Uptime' });
  const known = {
    id: 1,
    key: 'uptime',
    kind: 'number' as const,
    displayName: 'Uptime',
    unit: null,
    mismatches: 0,
    lastMismatch: null,
    firstSeenAt: sample.at,
    latest: null,
  };
  expect(namesOf(draft, [sample], [known])).toEqual([
    { key: 'temperature', kind: 'number', displayName: null, unit: '°C' },
  ]);
});

it('lists what came before, too, but no key that a rule gave', () => {
  const metrics = [{ key: 'up{job=a}' }, { key: 'motor.rpm' }, { key: 'speed' }];
  const rules = {
    ...NO_FIELD_RULES,
    fields: [{ key: 'n', renamedTo: 'speed', kind: null, scale: 1, offset: 0 }],
  };
  expect(collectKeys([sample], rules, metrics).slice(sample.keys.length)).toEqual(['n', 'up{job=a}']);
});

it('cuts no key within its tags', () => {
  const keys = ['gc{q=0.25}', 'gc{q=0.5}', 'press.force{v=1.0}', 'press.force{v=2.0}'];
  expect(treeOf(keys).map((row) => row.name)).toEqual([
    'gc{q=0.25}',
    'gc{q=0.5}',
    'press',
    'force{v=1.0}',
    'force{v=2.0}',
  ]);
});

it('shows keys as a tree', () => {
  expect(
    treeOf(['a', 'm.x', 'm.y.p', 'm.y.q', 'lone.key']).map((row) => [row.form, row.name, row.depth]),
  ).toEqual([
    ['field', 'a', 0],
    ['group', 'm', 0],
    ['field', 'x', 1],
    ['group', 'y', 1],
    ['field', 'p', 2],
    ['field', 'q', 2],
    ['field', 'lone.key', 0],
  ]);
});
