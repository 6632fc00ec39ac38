'use client';

import { useEffect } from 'react';
import { showConnection } from '@/components/shell/connection-store';
import { useConnection } from './use-connection';

/** Tells the shell how the page's stream fares; draws nothing. */
export function ReportConnection() {
  const { phase } = useConnection();
  useEffect(() => showConnection(phase === 'idle' ? 'none' : phase), [phase]);
  useEffect(() => () => showConnection('none'), []);
  return null;
}
