export const overlayStyle =
  'fixed inset-0 z-40 grid animate-fade grid-cols-[minmax(0,1fr)] place-items-center overflow-y-auto bg-scrim p-4';
export const sheetStyle =
  'max-w-full animate-rise overflow-hidden rounded-md bg-raised text-ink shadow-dialog outline-none';
