import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { type Face, PLANT_SHAPES } from './plant-drawing-shapes';

const line: CSSProperties = { fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round' };
const FACES: Record<Face, CSSProperties> = {
  top: { fill: 'var(--iso-top)' },
  left: { fill: 'var(--iso-left)' },
  right: { fill: 'var(--iso-right)' },
  darkTop: { fill: 'var(--iso-dark-top)' },
  darkLeft: { fill: 'var(--iso-dark-left)' },
  darkRight: { fill: 'var(--iso-dark-right)' },
  glassTop: { fill: 'var(--iso-top)', opacity: 0.55 },
  glassLeft: { fill: 'var(--iso-left)', opacity: 0.5 },
  glassRight: { fill: 'var(--iso-right)', opacity: 0.5 },
  floor: { fill: 'var(--iso-floor)' },
  floorEdge: { fill: 'var(--iso-grid)' },
  shade: { fill: 'oklch(0.2 0.02 260 / 0.1)' },
  sheen: { fill: 'var(--iso-top)', opacity: 0.45 },
  darkSheen: { fill: 'var(--iso-dark-top)', opacity: 0.45 },
  edge: { ...line, stroke: 'var(--iso-edge)', strokeWidth: 0.9, vectorEffect: 'non-scaling-stroke' },
  grid: { ...line, stroke: 'var(--iso-grid)', strokeWidth: 0.9, vectorEffect: 'non-scaling-stroke' },
  pipe: { ...line, stroke: 'var(--iso-right)', strokeWidth: 3 },
  pipeLight: { ...line, stroke: 'var(--iso-top)', strokeWidth: 1 },
};

/** Leader line from a card to its anchor, in percent of the drawing. */
type Card = {
  box: CSSProperties;
  line: string;
  anchor: [number, number];
  label: 'force' | 'torque' | 'speed';
  value: string;
  unit: string;
};
const CARDS: readonly Card[] = [
  {
    box: { left: '62%', top: '6%', width: '25%' },
    line: 'M74.5 10V28L65.1 34',
    anchor: [65.1, 34],
    label: 'force',
    value: '18.6',
    unit: 'kN',
  },
  {
    box: { left: '20%', top: '3%', width: '21%' },
    line: 'M30.5 7V14.2L40.1 20.2',
    anchor: [40.1, 20.2],
    label: 'torque',
    value: '41.2',
    unit: 'Nm',
  },
  {
    box: { left: '2%', top: '24%', width: '20%' },
    line: 'M12 28V39.6L33 45.6',
    anchor: [33, 45.6],
    label: 'speed',
    value: '0.42',
    unit: 'm/s',
  },
];

/** A small plant with its readings, as an idea of what is behind the door. An ornament: hidden from screen readers. */
export function PlantDrawing() {
  const t = useTranslations('auth.drawing');
  return (
    <div
      aria-hidden="true"
      dir="ltr"
      className="absolute inset-x-[4%] top-1/2 aspect-[0.94] -translate-y-1/2"
    >
      <svg aria-hidden="true" viewBox="39 -41.6 316.8 319.2" className="absolute inset-0 size-full">
        {PLANT_SHAPES.map(([face, path]) => (
          <path key={face + path} d={path} style={FACES[face]} />
        ))}
      </svg>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full fill-none stroke-1 stroke-ink-2"
      >
        {CARDS.map((card) => (
          <path key={card.label} d={card.line} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      {CARDS.map(({ box, anchor: [x, y], label, value, unit }) => (
        <div key={label}>
          <i
            className="-m-[3.5px] absolute size-[7px] rounded-full border-[1.5px] border-ink-2 bg-surface"
            style={{ left: `${x}%`, top: `${y}%` }}
          />
          <div className="absolute rounded-md bg-raised px-2.5 py-2 text-small shadow-float" style={box}>
            <p className="truncate font-medium text-ink-2">{t(label)}</p>
            <p className="num font-semibold text-[22px] text-ink leading-7 tracking-[-0.02em]">
              {value}
              <small className="ms-[3px] font-normal text-ink-3 text-small tracking-normal">{unit}</small>
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
