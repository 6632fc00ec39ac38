import { cn } from './class-names';

const TAIL = 14;

type Props = { text: string; title?: string; className?: string | undefined };

/** Text that is cut in its middle where it is too long: long data keys differ at their end. */
export function MiddleText({ text, title = text, className }: Props) {
  const letters = Array.from(text);
  const cut = letters.length > 2 * TAIL ? letters.length - TAIL : letters.length;
  return (
    <span className={cn('flex min-w-0', className)} title={title}>
      <span className="min-w-0 overflow-hidden text-ellipsis whitespace-pre">
        {letters.slice(0, cut).join('')}
      </span>
      {cut < letters.length ? (
        <span className="shrink-0 whitespace-pre">{letters.slice(cut).join('')}</span>
      ) : null}
    </span>
  );
}
