import type { StageBackground, StageTheme } from '../types';

/** One theme of the studio. Lights are in three's units; colours are sRGB. */
export interface StudioTheme {
  room: number;
  roomFloor: number;
  panel: number;
  environment: number;
  key: number;
  keyColor: string;
  exposure: number;
  floor: string;
  floorRoughness: number;
  /** How much the tight and the wide contact darken the floor. */
  contact: [number, number];
  reflect: number;
  glow: number;
  /** What stepped-back machines fade towards. */
  backdrop: string;
  grid: string;
}

export const STUDIO: Record<StageTheme, StudioTheme> = {
  light: {
    room: 0.42,
    roomFloor: 0.5,
    panel: 1,
    environment: 0.76,
    key: 3.2,
    keyColor: '#fff3e4',
    exposure: 0.84,
    floor: '#c1c8cf',
    floorRoughness: 0.5,
    contact: [0.85, 0.62],
    reflect: 0.24,
    glow: 0.6,
    backdrop: '#dfe4e9',
    grid: '#98a3ae',
  },
  dark: {
    room: 0.09,
    roomFloor: 0.09,
    panel: 0.5,
    environment: 0.8,
    key: 1.1,
    keyColor: '#dfe9ff',
    exposure: 0.92,
    floor: '#48515b',
    floorRoughness: 0.42,
    contact: [0.8, 0.62],
    reflect: 0.25,
    glow: 0.9,
    backdrop: '#1b2026',
    grid: '#67727f',
  },
};

/** The accent of the pages (tokens.css, accent and accent-text) as three can read it. */
export const ACCENT: Record<StageTheme, string> = { light: '#5150cb', dark: '#a9adfe' };

/** CSS behind the transparent canvas. The floor's alpha dissolves into it, so there is no fog and no seam. */
export const BACKGROUND: Record<StageTheme, Record<StageBackground, string>> = {
  light: {
    studio: 'radial-gradient(120% 90% at 46% 34%, #eff2f5, #ccd3da)',
    plain: '#eef1f4',
    deep: 'radial-gradient(120% 90% at 46% 34%, #cfd6dd, #9ba6b1)',
  },
  dark: {
    studio: 'radial-gradient(120% 90% at 46% 34%, #1b2026, #0c0f12)',
    plain: '#15191e',
    deep: 'radial-gradient(120% 90% at 46% 34%, #10141a, #040506)',
  },
};
