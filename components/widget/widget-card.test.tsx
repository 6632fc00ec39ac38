// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '@/components/live/live-context';
import { alertSettingsSchema } from '@/lib/alert/schema';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import { liveDouble } from '@/lib/widget/live-double';
import { newWidget } from '@/lib/widget/registry';
import type { UnknownWidget, Widget } from '@/lib/widget/schema';
import ar from '@/messages/ar.json';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { WidgetCard } from './widget-card';

const MESSAGES = { en, fr, ar };

const single = newWidget('single_data', {
  id: 'w1',
  title: 'Bearing temperature',
  datasourceId: 'dsr_1',
  dataKey: 'temperature',
  unit: '°C',
  showSparkline: false,
});
const bars = newWidget('bar_chart', {
  id: 'w2',
  title: 'Output',
  datasourceId: 'dsr_1',
  dataKey: 'motor',
  labelsKey: 'machines',
  valuesKey: 'units',
});
const above = (value: number, more: object = {}) =>
  alertSettingsSchema.parse({ enabled: true, value, ...more });

let host: HTMLElement;
let root: Root;
let live: ReturnType<typeof liveDouble>;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  live = liveDouble();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'requestAnimationFrame', 'performance'] });
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.useRealTimers();
});

function show(node: ReactNode, locale: keyof typeof MESSAGES = 'en'): void {
  act(() =>
    root.render(
      <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC">
        <LiveContext value={live as unknown as TelemetryStore}>{node}</LiveContext>
      </NextIntlClientProvider>,
    ),
  );
}
const showCard = (widget: Widget | UnknownWidget, locale?: keyof typeof MESSAGES) =>
  show(<WidgetCard widget={widget} />, locale);
const arrive = (...given: Parameters<typeof live.arrive>) => act(() => live.arrive(...given));
const part = (name: string) => host.querySelector(`[data-part="${name}"]`);
const text = () => host.textContent ?? '';
const card = () => host.querySelector('[data-widget]');

describe('a card', () => {
  it('names the key that it waits for, then shows the value with its unit', () => {
    showCard(single);
    expect(text()).toContain('No data yet. Waiting for temperature');
    arrive('temperature', 42.5);
    expect(part('value')?.textContent).toBe('42.5°C');
    expect(card()?.getAttribute('data-status')).toBe('normal');
  });

  it('follows the language in its words and separators, with Western figures', () => {
    arrive('temperature', 1234.5);
    showCard(single, 'fr');
    expect(part('value')?.textContent).toMatch(/^1\s234,5/);
    showCard(single, 'ar');
    expect(part('value')?.textContent).toMatch(/^[\d.,]+°C$/);
  });

  it('runs to a new value through figures in between, and ends at it', () => {
    showCard(single);
    arrive('temperature', 10);
    arrive('temperature', 20);
    act(() => void vi.advanceTimersByTime(60));
    const between = Number.parseFloat(part('value')?.textContent ?? '');
    expect(between).toBeGreaterThan(10);
    expect(between).toBeLessThan(20);
    act(() => void vi.advanceTimersByTime(140));
    expect(part('value')?.textContent).toBe('20°C');
  });

  it('changes at once where less motion is asked for', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    showCard(single);
    arrive('temperature', 10);
    arrive('temperature', 20);
    expect(part('value')?.textContent).toBe('20°C');
    vi.unstubAllGlobals();
  });

  it('gets a red edge and says which limit is crossed; not where the action is off', () => {
    arrive('temperature', 92.4);
    showCard({ ...single, alerts: above(85) });
    expect(card()?.getAttribute('data-alert')).toBe('act');
    expect(part('edge')?.className).toContain('bg-act');
    expect(text()).toContain('above 85 °C');
    showCard({ ...single, alerts: above(85, { changeWidgetColor: false }) });
    expect(part('edge')).toBeNull();
    expect(card()?.getAttribute('data-alert')).toBe('act');
  });

  it('is hatched when its value has grown old, by the clock alone', () => {
    arrive('temperature', 42.5);
    showCard(single);
    expect(part('hatch')).toBeNull();
    live.wait(60_001);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(part('hatch')).not.toBeNull();
    expect(text()).toContain('old:');
  });

  it('shows a value of another kind as it came, marked', () => {
    showCard(single);
    arrive('temperature', 'N/A');
    expect(part('value')?.textContent).toBe('N/A');
    expect(part('hatch')).not.toBeNull();
    expect(text()).toContain('Not the usual kind of value');
  });

  it('says that it is not set up, and that its datasource is gone', () => {
    showCard({ ...single, dataKey: '' });
    expect(text()).toContain('Choose a datasource and a data key');
    live = liveDouble({ datasources: [] });
    showCard(single);
    expect(text()).toContain('The datasource is gone');
  });

  it('keeps a widget of an unknown kind in sight', () => {
    showCard({ id: 'x', kind: 'gauge', title: 'Gauge' });
    expect(text()).toContain('Gauge');
    expect(text()).toContain('“gauge”');
  });

  it('draws a bar for each value and none for a gap; a tooltip tells exact values by keyboard', () => {
    arrive('motor', { machines: ['Machine A', 'B', 'C'], units: [112.25, null, 98] });
    showCard(bars);
    expect(host.querySelectorAll('[data-bar]')).toHaveLength(2);
    const chart = host.querySelector<HTMLElement>('[role="slider"]');
    const press = (key: string) =>
      act(() => void chart?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    press('Home');
    expect(part('tooltip')?.textContent).toBe('Machine A112.25 °C');
    press('ArrowRight');
    expect(part('tooltip')?.textContent).toBe('Bno value');
    expect(chart?.getAttribute('aria-valuetext')).toBe('B: no value');
  });

  it('offers the Large View only where it is wanted and there is something to see', () => {
    const expand = () => host.querySelector('button[aria-label^="Open Large View"]');
    showCard(single);
    expect(expand()).toBeNull();
    arrive('temperature', 1);
    expect(expand()).not.toBeNull();
    showCard({ ...single, largeView: false });
    expect(expand()).toBeNull();
  });
});
