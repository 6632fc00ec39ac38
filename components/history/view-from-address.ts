import { clampView, PRESET_NAMES, type Preset, presetView, type Reach, type TimeView } from './time-view';

type Asked = { range?: string | undefined; from?: string | undefined; to?: string | undefined };

/** What an address asks for; a day when it asks for nothing that can be shown. */
export function viewFromAddress(search: Asked, reach: Reach): { view: TimeView; preset: Preset | null } {
  const [from, to] = [Date.parse(search.from ?? ''), Date.parse(search.to ?? '')];
  if (from < to) return { view: clampView({ from, to }, reach), preset: null };
  const preset = PRESET_NAMES.find((name) => name === search.range) ?? 'day';
  return { view: presetView(preset, reach), preset };
}
