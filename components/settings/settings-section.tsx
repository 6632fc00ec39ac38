import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';

type Props = { id: string; title: string; text: string; children: ReactNode };

/** One subject of the settings: what it is at the start, its controls beside it (on a phone below). */
export function SettingsSection({ id, title, text, children }: Props) {
  return (
    <Panel labelledBy={`${id}-title`}>
      <div
        id={id}
        className="grid scroll-mt-16 gap-x-8 gap-y-4 p-5 md:grid-cols-[200px_minmax(0,1fr)] max-md:p-4"
      >
        <div>
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {title}
          </h2>
          <p className="mt-0.5 text-balance text-ink-3 text-small">{text}</p>
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </Panel>
  );
}
