import { create } from 'zustand';
import type { Severity } from './status-mark';

export type ToastAction = { label: string; onClick: () => void };
export type ToastOptions = { description?: string; action?: ToastAction };
export type ToastEntry = ToastOptions & { id: number; severity: Severity; title: string };

type ToastState = {
  toasts: readonly ToastEntry[];
  dismiss: (id: number) => void;
};

export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((entry) => entry.id !== id) })),
}));

const AT_ONCE_MAX = 4;
let lastId = 0;

const show =
  (severity: Severity) =>
  (title: string, options: ToastOptions = {}): number => {
    lastId += 1;
    const entry: ToastEntry = { ...options, id: lastId, severity, title };
    useToasts.setState((state) => ({ toasts: [...state.toasts, entry].slice(-AT_ONCE_MAX) }));
    return entry.id;
  };

/** Says that something happened, from anywhere in the browser. Successes leave by themselves, errors stay until closed. */
export const toast = {
  success: show('good'),
  info: show('inform'),
  warning: show('look'),
  error: show('act'),
  dismiss: (id: number) => useToasts.getState().dismiss(id),
};
