import type { ReactNode } from 'react';
import { getSession } from '@/lib/auth/get-caller';

/** Pages that fill the window: editors, viewer. Only for members; the page brings its own bars. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  await getSession();
  return children;
}
