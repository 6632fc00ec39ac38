import type { ReactNode } from 'react';

/** One numbered step of a short way. On a phone the numbers give their room to the content. */
export function Step({ number, title, children }: { number: number; title: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 max-md:grid-cols-[minmax(0,1fr)]">
      <span
        aria-hidden="true"
        className="grid size-6 place-items-center rounded-full border border-line-strong font-semibold text-ink-2 text-small leading-none max-md:hidden"
      >
        {number}
      </span>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 pb-5">
        <h2 className="font-semibold text-base leading-6">{title}</h2>
        {children}
      </div>
    </li>
  );
}
