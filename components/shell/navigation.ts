import {
  BookOpen,
  Box,
  LayoutDashboard,
  type LucideIcon,
  Map as MapIcon,
  RadioTower,
  Settings,
} from 'lucide-react';

export type Destination = {
  href: string;
  /** In namespace `shell.navigation`. */
  labelKey: 'overview' | 'scenes' | 'assets' | 'datasources' | 'documentation' | 'settings';
  icon: LucideIcon;
};

const overview = { href: '/', labelKey: 'overview', icon: LayoutDashboard } as const;
const scenes = { href: '/scenes', labelKey: 'scenes', icon: MapIcon } as const;
const assets = { href: '/assets', labelKey: 'assets', icon: Box } as const;
const datasources = { href: '/datasources', labelKey: 'datasources', icon: RadioTower } as const;
const documentation = { href: '/docs', labelKey: 'documentation', icon: BookOpen } as const;
const settings = { href: '/settings', labelKey: 'settings', icon: Settings } as const;

export const MAIN_DESTINATIONS: readonly Destination[] = [overview, scenes, assets, datasources];
export const MORE_DESTINATIONS: readonly Destination[] = [documentation, settings];
/** The bar at the bottom of a phone. */
export const PHONE_DESTINATIONS: readonly Destination[] = [overview, scenes, assets, datasources, settings];

/** Whether `pathname` is at or below `href`. */
export const isWithin = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
