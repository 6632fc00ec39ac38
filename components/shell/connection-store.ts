import { create } from 'zustand';
import type { ConnectionPhase } from '@/lib/live/stream-connection';

/** How the live stream of this tab fares; `none`: the page shows nothing live. Whoever opens the stream keeps it up to date. */
export const useConnection = create<{ phase: ConnectionPhase | 'none' }>(() => ({ phase: 'none' }));

export const showConnection = (phase: ConnectionPhase | 'none'): void => useConnection.setState({ phase });
