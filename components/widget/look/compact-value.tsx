import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';
import { VALUE_COLOR } from '../alert-look';

/** What a chart comes to where there is no room to draw it. */
export function CompactValue({ text, severity }: { text: string; severity: Severity | undefined }) {
  return (
    <bdi
      className={cn(
        'num hidden font-semibold text-lead group-data-[step=compact]/card:block',
        severity ? VALUE_COLOR[severity] : 'text-ink',
      )}
    >
      {text}
    </bdi>
  );
}
