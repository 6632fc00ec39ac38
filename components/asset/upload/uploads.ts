'use client';

import { useStore } from 'zustand';
import { sendModel } from './send-model';
import { createUploadStore, isActive, type UploadState } from './upload-store';

/** The uploads of this tab. */
export const uploads = createUploadStore(sendModel);

export const useUploads = <T>(pick: (state: UploadState) => T): T => useStore(uploads, pick);

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

// Closing the tab would end them; going to another page of the app does not.
uploads.subscribe(({ uploads: all }) => {
  if (typeof window === 'undefined') return;
  if (all.some(isActive)) window.addEventListener('beforeunload', askBeforeLeaving);
  else window.removeEventListener('beforeunload', askBeforeLeaving);
});
