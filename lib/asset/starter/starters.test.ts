import { validateBytes } from 'gltf-validator';
import { type BufferGeometry, Triangle, Vector3 } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import ar from '@/messages/ar.json';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { guardGlb } from '../model/guard-glb';
import { inspectModel } from '../model/inspect-model';
import { buildStarter } from './build-starter';
import { type Part, walk } from './kit/part';
import { partsBounds } from './kit/part-bounds';
import { add, type Vec3 } from './kit/vec3';
import { findStarter, registerStarters, STARTERS } from './registry';
import { STARTER_CATEGORIES, type StarterAnchor } from './starter-definition';

const TRIANGLES_MAX = 30_000;
const BYTES_MAX = 1_000_000;
const DIMENSION_TOLERANCE_M = 0.006;
const ANCHOR_TOLERANCE_M = 0.012;

const shapesOf = (part: Part): BufferGeometry[] =>
  [...walk(part)].flatMap((inner) => [...inner.surfaces.values()].flat());

/** Metres from a point to the nearest triangle. */
function distance(point: Vector3, shapes: readonly BufferGeometry[]): number {
  const triangle = new Triangle();
  const nearest = new Vector3();
  let best = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const position = shape.getAttribute('position');
    for (let i = 0; i < position.count; i += 3) {
      triangle.setFromAttributeAndIndices(position, i, i + 1, i + 2);
      triangle.closestPointToPoint(point, nearest);
      best = Math.min(best, nearest.distanceTo(point));
    }
  }
  return best;
}

const inMachine = (part: Part, point: Vec3) => new Vector3(...add(part.pivot, point));

function partOf(machine: Part, { part: name }: StarterAnchor): Part {
  const part = [...walk(machine)].find((candidate) => candidate.name === name);
  if (!part) throw new Error(`${machine.name} has no part "${name}".`);
  return part;
}

function message(messages: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], messages);
}

describe.each(STARTERS.map((starter) => [starter.kind, starter] as const))('%s', (kind, starter) => {
  const machine = starter.build();
  let model: Uint8Array;

  beforeAll(async () => {
    model = (await buildStarter(kind)).glb;
  });

  it('is a model without fault, small enough to stand in a scene many times', async () => {
    expect(await validateBytes(model)).toMatchObject({ issues: { numErrors: 0, numWarnings: 0 } });
    const facts = await inspectModel(model, guardGlb(model));
    expect(facts.statistics.triangles).toBeLessThan(TRIANGLES_MAX);
    expect(model.byteLength).toBeLessThan(BYTES_MAX);
  });

  it('always gives the same bytes', async () => {
    const again = await buildStarter(kind);
    expect(Buffer.compare(again.glb, model)).toBe(0);
  });

  it('names its parts, each once', () => {
    const names = [...walk(machine)].map((part) => part.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z\d -]+$/);
  });

  it('is as big as it says, stands on the floor and is centred on it', () => {
    const { min, max } = partsBounds([machine]);
    const { width, height, depth } = starter.dimensions;
    const near = (value: number, wanted: number) =>
      expect(Math.abs(value - wanted)).toBeLessThan(DIMENSION_TOLERANCE_M);
    near(min[0], -width / 2);
    near(max[0], width / 2);
    near(min[1], 0);
    near(max[1], height);
    near(min[2], -depth / 2);
    near(max[2], depth / 2);
  });

  it('has anchors that lie on their part and look away from it', () => {
    expect(Object.keys(starter.anchors)).not.toHaveLength(0);
    for (const [name, anchor] of Object.entries(starter.anchors)) {
      const part = partOf(machine, anchor);
      const point = inMachine(part, anchor.position);
      expect(distance(point, shapesOf(part)), `${name} is on ${part.name}`).toBeLessThan(ANCHOR_TOLERANCE_M);
      expect(Math.hypot(...anchor.normal), `${name} has a unit normal`).toBeCloseTo(1, 1);
    }
  });

  it('has a name and a description in every language', () => {
    for (const messages of [en, fr, ar]) {
      for (const key of [starter.labelKey, starter.descriptionKey, `starter.category.${starter.category}`]) {
        expect(message(messages, key), key).toEqual(expect.any(String));
      }
    }
  });
});

describe('the registry', () => {
  it('finds a machine by its kind and nothing by another', () => {
    expect(findStarter('tablet-press')?.labelKey).toBe('starter.tabletPress.label');
    expect(findStarter('flux-capacitor')).toBeUndefined();
    expect(findStarter('__proto__')).toBeUndefined();
  });

  it('refuses two machines of one kind', () => {
    const [first] = STARTERS;
    if (!first) throw new Error('The library is empty.');
    expect(() => registerStarters([first, { ...first }])).toThrow(first.kind);
  });

  it('has something in each category', () => {
    const used = new Set(STARTERS.map((starter) => starter.category));
    expect([...used].sort()).toEqual([...STARTER_CATEGORIES].sort());
  });
});
