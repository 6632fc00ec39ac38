import type { AlertSettings } from '@/lib/alert/schema';
import type { Mismatch } from '@/lib/widget/definition';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';

/** The line below a card's value: the one thing that a reader should know about it now. */
export type Foot =
  | { kind: 'unset' | 'loading' | 'missing' }
  | { kind: 'never' | 'partial'; key: string }
  | { kind: 'mismatch'; mismatch: Mismatch }
  | { kind: 'old' | 'age'; at: number }
  | { kind: 'alert'; condition: AlertSettings['condition']; limit: AlertSettings['value']; at: number };

/** What does not fit and what is old come before the alert: its colour is seen anyway. */
export function prepareFoot(widget: Widget, state: WidgetState): Foot {
  const { status, time, awaited, mismatch } = state;
  if (status === 'unset' || status === 'loading' || status === 'missing') return { kind: status };
  if (status === 'never' || time === null) return { kind: 'never', key: awaited[0] ?? widget.dataKey };
  if (mismatch) return { kind: 'mismatch', mismatch };
  if (state.old) return { kind: 'old', at: time };
  if (state.alert) {
    const { condition, value } = widget.alerts;
    return { kind: 'alert', condition, limit: value, at: time };
  }
  const [key] = awaited;
  return key === undefined ? { kind: 'age', at: time } : { kind: 'partial', key };
}
