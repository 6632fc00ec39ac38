import { box } from '../kit/box';
import { lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { ring } from '../kit/turned';
import type { StarterDefinition } from '../starter-definition';

/** Height of the deck. */
const DECK = 0.144;

const deck = () =>
  part('Pallet', [0, 0, 0], (m) => {
    for (const z of [-0.36, 0, 0.36]) {
      m.add(box(1.2, 0.022, 0.1, 0.004), 'wood', [0, 0, z]);
      for (const x of [-0.52, 0, 0.52]) m.add(box(0.14, 0.078, 0.1, 0.006), 'wood', [x, 0.022, z]);
    }
    for (const x of [-0.52, 0, 0.52]) m.add(box(0.12, 0.022, 0.8, 0.004), 'wood', [x, 0.1, 0]);
    for (let i = 0; i < 7; i++)
      m.add(box(1.2, 0.022, 0.095, 0.005), 'wood', [0, 0.122, -0.3525 + i * 0.1175]);
  });

const drum = (name: string, x: number, z: number) =>
  part(name, [x, DECK, z], (m) => {
    const body = outline([
      0, 0, 0.18, 0, 0.185, 0.16, 0.19, 0.17, 0.185, 0.18, 0.185, 0.36, 0.19, 0.37, 0.185, 0.38, 0.18, 0.54,
      0, 0.54,
    ]);
    m.add(lathe(body, 0.006, 36), 'greyPaint', [x, DECK, z]);
    const lid = outline([0, 0, 0.195, 0, 0.195, 0.03, 0.15, 0.05, 0, 0.05]);
    m.add(lathe(lid, 0.006, 36), 'slate', [x, DECK + 0.54, z]);
    m.add(ring(0.18, 0.198, 0.014, 0.003, 36), 'polished', [x, DECK + 0.534, z]);
    m.add(plate(0.16, 0.12, 0.006, { corner: 0.01, bevel: 0.001 }), 'paint', [x, DECK + 0.28, z + 0.183]);
  });

const cartons = () =>
  part('Cartons', [0.4, DECK, 0], (m) => {
    for (const [y, z] of [
      [0, -0.2],
      [0, 0.2],
      [0.292, -0.2],
    ] as const) {
      m.add(box(0.34, 0.29, 0.36, 0.006), 'carton', [0.4, DECK + y, z]);
      m.add(box(0.342, 0.292, 0.05, 0), 'paint', [0.4, DECK - 0.001 + y, z]);
      m.add(plate(0.11, 0.08, 0.003, { corner: 0.004, bevel: 0.001 }), 'paint', [
        0.47,
        DECK + y + 0.19,
        z + 0.179,
      ]);
    }
  });

/** A wooden pallet with four drums and three cartons. */
export const pallet = {
  kind: 'pallet',
  labelKey: 'starter.pallet.label',
  descriptionKey: 'starter.pallet.description',
  category: 'room',
  dimensions: { width: 1.2, height: 0.73, depth: 0.82 },
  anchors: {
    drums: { part: 'Drum 1', position: [0, 0.59, 0.05], normal: [0, 1, 0] },
    cartons: { part: 'Cartons', position: [0, 0.582, -0.1], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Pallet load', [
      deck(),
      drum('Drum 1', -0.4, -0.195),
      drum('Drum 2', -0.4, 0.195),
      drum('Drum 3', 0, -0.195),
      drum('Drum 4', 0, 0.195),
      cartons(),
    ]),
} satisfies StarterDefinition;
