'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';
import { overlayStyle, sheetStyle } from './dialog-style';
import { IconButton } from './icon-button';

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons: the secondary first, then the one primary. */
  footer?: ReactNode;
  width?: number;
  /** A slip of the pointer beside it does not close it: what it shows would be lost. */
  isSticky?: boolean;
  children?: ReactNode;
  onOpenAutoFocus?: ComponentProps<typeof Radix.Content>['onOpenAutoFocus'];
};

/** A window over the page: Escape and the cross close it, focus goes in and comes back. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  footer,
  width = 480,
  isSticky = false,
  children,
  onOpenAutoFocus,
}: Props) {
  const t = useTranslations('ui');
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle}>
          <Radix.Content
            style={{ width }}
            className={sheetStyle}
            {...(description ? {} : { 'aria-describedby': undefined })}
            {...(onOpenAutoFocus ? { onOpenAutoFocus } : {})}
            {...(isSticky ? { onInteractOutside: (event: Event) => event.preventDefault() } : {})}
          >
            <div className="grid gap-3 px-6 py-5 max-md:px-4">
              <div className="flex items-start gap-3">
                <Radix.Title className="font-semibold text-lead tracking-[-0.01em]">{title}</Radix.Title>
                <Radix.Close asChild>
                  <IconButton
                    label={t('close')}
                    tooltip={false}
                    icon={<X aria-hidden="true" />}
                    className="-mt-0.5 -me-2 ms-auto max-md:-mt-2.5"
                  />
                </Radix.Close>
              </div>
              {description ? (
                <Radix.Description className="text-dense text-ink-2">{description}</Radix.Description>
              ) : null}
              {children}
            </div>
            {footer ? <DialogFooter>{footer}</DialogFooter> : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function DialogFooter({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        'flex flex-wrap justify-end gap-2 border-line border-t bg-sunken px-6 py-3 max-md:px-4',
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Closes the dialog around it: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
