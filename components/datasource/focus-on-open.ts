/** For `onOpenAutoFocus` of a dialog: where typing begins, instead of the cross that closes it. */
export const focusOnOpen =
  (selector: string) =>
  (event: Event): void => {
    const field = event.currentTarget instanceof HTMLElement && event.currentTarget.querySelector(selector);
    if (!(field instanceof HTMLElement)) return;
    event.preventDefault();
    field.focus();
  };
