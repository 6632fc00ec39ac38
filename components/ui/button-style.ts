import { cva, type VariantProps } from 'class-variance-authority';

/** The look of a button, shared by buttons and by links that look like one. On a phone all are 40 to 44 high. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-[550] text-dense',
    'transition-[background-color,border-color] select-none max-md:h-10 max-md:text-dense',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-disabled disabled:shadow-none',
    'aria-disabled:cursor-not-allowed',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-accent-ink shadow-button hover:bg-accent-hover max-md:h-11 max-md:px-4',
        secondary: 'border-line-strong bg-raised text-ink shadow-button hover:bg-hover active:bg-pressed',
        ghost:
          'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-pressed disabled:border-transparent disabled:bg-transparent',
        danger: 'border-transparent bg-act text-act-ink shadow-button hover:brightness-94',
        'danger-quiet':
          'border-line-strong bg-raised text-act-text shadow-button hover:bg-act-soft active:bg-pressed',
      },
      size: {
        normal: 'h-8 px-3',
        small: 'h-7 px-[9px] text-small',
        large: 'h-10 px-4 text-base max-md:h-11',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'normal' },
  },
);
export type ButtonStyle = VariantProps<typeof buttonStyle>;
