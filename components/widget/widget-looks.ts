import { ChartColumn, ChartLine, Columns2, Hash, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { WidgetKind, WidgetOf } from '@/lib/widget/schema';
import { BarChartLook } from './look/bar-chart-look';
import { DoubleDataLook } from './look/double-data-look';
import { LineChartLook } from './look/line-chart-look';
import type { LookProps } from './look/look-props';
import { SingleDataLook } from './look/single-data-look';

export type WidgetLook<K extends WidgetKind = WidgetKind> = {
  icon: LucideIcon;
  Look: ComponentType<LookProps<K>>;
  /** The Expand button shows on hover and focus only: the card is narrow and not a chart to look into. */
  quietExpand: boolean;
  /** Width of the card in each size. */
  width: Record<WidgetOf<K>['size'], string>;
};

const CHART_WIDTH = { small: 'w-[196px]', medium: 'w-[232px]', large: 'w-[308px]' };

const LOOKS: { [K in WidgetKind]: WidgetLook<K> } = {
  single_data: {
    icon: Hash,
    Look: SingleDataLook,
    quietExpand: true,
    width: { small: 'w-[132px]', medium: 'w-[176px]', large: 'w-[220px]' },
  },
  double_data: {
    icon: Columns2,
    Look: DoubleDataLook,
    quietExpand: true,
    width: { small: 'w-[164px]', medium: 'w-[196px]', large: 'w-[288px]' },
  },
  line_chart: { icon: ChartLine, Look: LineChartLook, quietExpand: false, width: CHART_WIDTH },
  bar_chart: { icon: ChartColumn, Look: BarChartLook, quietExpand: false, width: CHART_WIDTH },
};

/** The look of a kind, for any widget of that kind, which the compiler can't follow through a union. */
export const lookOf = (kind: WidgetKind): WidgetLook => LOOKS[kind] as unknown as WidgetLook;
