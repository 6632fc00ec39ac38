import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

export type ArticleSection = { id: string; title: string };

type Props = {
  title: ReactNode;
  lead: ReactNode;
  /** For "On this page"; each id is that of a `Section`. */
  sections: readonly ArticleSection[];
  onThisPage: string;
  children: ReactNode;
};

/** One page of the documentation, with the list of its sections beside it. */
export function Article({ title, lead, sections, onThisPage, children }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_224px]">
      <main
        id="content"
        tabIndex={-1}
        className="w-full max-w-200 justify-self-center px-12 pt-8 pb-16 text-[15px] text-ink-2 leading-6 outline-none max-lg:px-8 max-md:px-4 max-md:pt-5"
      >
        <h1 className="font-[650] text-[28px] text-ink leading-9 tracking-[-0.022em] [[lang=ar]_&]:tracking-normal">
          {title}
        </h1>
        <p className="mt-2 text-lead">{lead}</p>
        {children}
      </main>
      <aside className="max-lg:hidden">
        <nav aria-label={onThisPage} className="sticky top-12 px-5 pt-9 text-small">
          <h2 className="px-3 pb-2 font-medium text-ink-2">{onThisPage}</h2>
          <ul className="border-line border-s">
            {sections.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`#${id}`} className="block px-3 py-[5px] text-ink-3 leading-[18px] hover:text-ink">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
    </div>
  );
}

/** A part of an article that can be linked to. */
export function Section({
  id,
  title,
  className,
  children,
}: ArticleSection & { className?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={cn('mt-7 grid gap-3', className)}>
      <h2
        id={id}
        className="scroll-mt-16 font-semibold text-[18px] text-ink leading-7 tracking-[-0.012em] [[lang=ar]_&]:tracking-normal"
      >
        {title}
      </h2>
      {children}
    </section>
  );
}
