/** The edge and ground of what one types into or chooses from: 3:1 against the ground, accent on focus, red when wrong. */
export const controlStyle = [
  'flex h-8 w-full min-w-0 items-center gap-2 rounded-md border border-line-control bg-surface px-2.5 text-dense text-ink',
  'max-md:h-11 max-md:text-lead',
  'focus-within:border-transparent focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1',
  'has-[[aria-invalid]]:border-act has-[[aria-invalid]]:shadow-[0_0_0_1px_var(--act)] aria-invalid:border-act aria-invalid:shadow-[0_0_0_1px_var(--act)]',
  'has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-sunken has-disabled:text-ink-disabled',
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-disabled',
].join(' ');

export const controlDenseStyle =
  'h-7 px-2 text-small bg-sunken border-line-strong hover:border-line-control max-md:h-10';
