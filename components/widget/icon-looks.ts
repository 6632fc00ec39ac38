import { CircleX, Info, type LucideIcon, Thermometer, TriangleAlert, Wrench, Zap } from 'lucide-react';
import type { IconKind } from '@/lib/alert/schema';

/** The look of each *Icon Type* of an alert. */
export const ICON_LOOKS: Record<IconKind, LucideIcon> = {
  warning: TriangleAlert,
  error: CircleX,
  info: Info,
  temperature: Thermometer,
  maintenance: Wrench,
  power: Zap,
};
