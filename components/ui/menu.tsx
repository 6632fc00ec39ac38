'use client';

import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Radix, ContextMenu as RadixContext } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';
import { Kbd } from './kbd';

/** `<Menu><MenuTrigger><IconButton …/></MenuTrigger><MenuContent><MenuItem …/></MenuContent></Menu>` */
export const Menu = Radix.Root;
export const MenuRadioGroup = Radix.RadioGroup;
export const MenuSub = Radix.Sub;

export function MenuTrigger({ children }: { children: ReactNode }) {
  return <Radix.Trigger asChild>{children}</Radix.Trigger>;
}

const contentStyle =
  'z-50 min-w-44 max-w-80 animate-fade overflow-y-auto rounded-md bg-raised p-1 text-dense text-ink shadow-float outline-none';
const itemStyle =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-hover data-disabled:text-ink-disabled max-md:min-h-11 max-md:text-base [&>svg]:text-ink-3';
const dangerStyle = 'text-act-text data-highlighted:bg-act-soft [&>svg]:text-act-text';

export function MenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
        className={cn(contentStyle, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
      />
    </Radix.Portal>
  );
}

type ItemProps = Omit<ComponentProps<typeof Radix.Item>, 'children'> & {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  children: ReactNode;
};

/** With `asChild` it wraps a link: then the icon goes inside the link. */
export function MenuItem({ icon, shortcut, danger, className, children, asChild, ...rest }: ItemProps) {
  const style = cn(itemStyle, danger && dangerStyle, className);
  if (asChild)
    return (
      <Radix.Item {...rest} asChild className={style}>
        {children}
      </Radix.Item>
    );
  return (
    <Radix.Item {...rest} className={style}>
      {icon}
      <span className="grow">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Radix.Item>
  );
}

export function MenuRadioItem({ className, children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...rest} className={cn(itemStyle, className)}>
      <span className="grow">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden="true" className="size-3.5 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

/** @public */
export function MenuCheckboxItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem {...rest} className={cn(itemStyle, className)}>
      <span className="grow">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden="true" className="size-3.5 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export function MenuSubTrigger({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.SubTrigger className={cn(itemStyle, 'data-[state=open]:bg-hover')}>
      {icon}
      <span className="grow">{children}</span>
      <ChevronRight aria-hidden="true" className="flip size-3.5" />
    </Radix.SubTrigger>
  );
}

export function MenuSubContent({ children }: { children: ReactNode }) {
  return (
    <Radix.Portal>
      <Radix.SubContent className={contentStyle} sideOffset={4} collisionPadding={8}>
        {children}
      </Radix.SubContent>
    </Radix.Portal>
  );
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return (
    <Radix.Label {...rest} className={cn('px-2 pt-2 pb-1 font-medium text-ink-3 text-micro', className)} />
  );
}

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;

/**
 * The same menu on a right click (or long press): `<ContextMenu><ContextMenuTrigger>…</ContextMenuTrigger>…`.
 * @public
 */
export const ContextMenu = RadixContext.Root;
/** @public */
export const ContextMenuTrigger = RadixContext.Trigger;

/** @public */
export function ContextMenuContent({ children }: { children: ReactNode }) {
  return (
    <RadixContext.Portal>
      <RadixContext.Content className={contentStyle} collisionPadding={8}>
        {children}
      </RadixContext.Content>
    </RadixContext.Portal>
  );
}

type ContextItemProps = Omit<ComponentProps<typeof RadixContext.Item>, 'children'> & {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  children: ReactNode;
};
/** @public */
export function ContextMenuItem({ icon, shortcut, danger, className, children, ...rest }: ContextItemProps) {
  return (
    <RadixContext.Item {...rest} className={cn(itemStyle, danger && dangerStyle, className)}>
      {icon}
      <span className="grow">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </RadixContext.Item>
  );
}
/** @public */
export const ContextMenuSeparator = () => <RadixContext.Separator className="-mx-1 my-1 h-px bg-line" />;
