'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { DialogFooter } from './dialog';
import { overlayStyle, sheetStyle } from './dialog-style';
import { Field } from './field';
import { Input } from './input';
import { Note } from './note';

export type Loss = { id: string; icon: ReactNode; text: ReactNode };

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Delete Tablet press P-2?" */
  title: ReactNode;
  description?: ReactNode;
  /** What is lost, with counts and names; shown under "This cannot be undone. You lose:". */
  losses?: readonly Loss[];
  /** Must be typed before the button works: for what can't be undone. */
  typeToConfirm?: string;
  confirmLabel: ReactNode;
  /** Does it. The dialog stays open, busy, until it ends; the message of what it throws is shown, unless empty. */
  onConfirm: () => Promise<void> | void;
  /** More fields (a password). */
  children?: ReactNode;
};

/** Asks before something is destroyed and says what is lost. Focus starts on Cancel, or on the name to type. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  losses = [],
  typeToConfirm,
  confirmLabel,
  onConfirm,
  children,
}: Props) {
  const t = useTranslations('ui');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm.trim();

  const change = (next: boolean) => {
    if (busy) return;
    setTyped('');
    setFailure('');
    onOpenChange(next);
  };
  const confirm = async () => {
    if (busy || !ready) return;
    setBusy(true);
    setFailure('');
    try {
      await onConfirm();
      setTyped('');
      onOpenChange(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle}>
          <Radix.Content
            className={sheetStyle}
            style={{ width: 480 }}
            {...(description || losses.length > 0 ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={(event) => {
              if (!field.current) return; // Radix then focuses Cancel
              event.preventDefault();
              field.current.focus();
            }}
          >
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void confirm();
              }}
            >
              <div className="grid gap-3 px-6 py-5 max-md:px-4">
                <Radix.Title className="font-semibold text-lead tracking-[-0.01em]">{title}</Radix.Title>
                {description || losses.length > 0 ? (
                  <Radix.Description className="text-ink-2">
                    {description ?? t('confirm.youLose')}
                  </Radix.Description>
                ) : null}
                {losses.length > 0 ? (
                  <ul className="grid gap-1.5 text-dense">
                    {losses.map((loss) => (
                      <li key={loss.id} className="flex gap-2 [&_svg]:mt-0.5 [&_svg]:text-ink-3">
                        {loss.icon}
                        <span>{loss.text}</span>
                      </li>
                    ))}
                  </ul>
                ) : null}
                {children}
                {typeToConfirm === undefined ? null : (
                  <Field
                    label={t.rich('confirm.typeName', {
                      name: () => <span className="code-text font-medium">{typeToConfirm}</span>,
                    })}
                  >
                    <Input
                      ref={field}
                      value={typed}
                      autoComplete="off"
                      spellCheck={false}
                      onChange={(event) => setTyped(event.target.value)}
                    />
                  </Field>
                )}
                {failure ? (
                  <Note tone="act" role="alert">
                    {failure}
                  </Note>
                ) : null}
              </div>
              <DialogFooter>
                <Radix.Cancel asChild>
                  <Button>{t('cancel')}</Button>
                </Radix.Cancel>
                <Button type="submit" variant="danger" loading={busy} disabled={!ready}>
                  {confirmLabel}
                </Button>
              </DialogFooter>
            </form>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
