import { create } from 'zustand';

/** What of the shell is open in this tab. */
type ShellState = { paletteOpen: boolean; menuOpen: boolean };

export const useShell = create<ShellState>(() => ({ paletteOpen: false, menuOpen: false }));

export const setPaletteOpen = (paletteOpen: boolean): void =>
  useShell.setState({ paletteOpen, menuOpen: false });
export const setMenuOpen = (menuOpen: boolean): void => useShell.setState({ menuOpen });
