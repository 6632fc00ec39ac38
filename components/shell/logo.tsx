import { cn } from '@/components/ui/class-names';

/** Two cubes, one the shadow of the other: the machine and its twin. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn('size-5 shrink-0 text-ink', className)}>
      <path d="M9.5 3.2 16 7v7.4L9.5 18.2 3 14.4V7z" fill="currentColor" />
      <path
        d="M14.5 6.6 21 10.4v7.2l-6.5 3.8L8 17.6v-7.2z"
        className="fill-canvas"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d="M8.2 10.5 14.5 14l6.3-3.5M14.5 14v7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
