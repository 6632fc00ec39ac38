/** Runs in the browser of `render-starters.ts`. */
import {
  ASSET_FORMAT,
  Photographer,
  type PhotographSubject,
  SCENE_FORMAT,
} from '@/components/stage/photographer';

const FORMATS = { asset: ASSET_FORMAT, scene: SCENE_FORMAT };

declare global {
  interface Window {
    /** Takes a picture of models, each by its URL; answers with a PNG as a data URL. */
    photograph(format: 'asset' | 'scene', subjects: PhotographSubject[]): Promise<string>;
  }
}

window.photograph = async (format, subjects) => {
  const photographer = new Photographer(FORMATS[format]);
  try {
    return await dataUrl(await photographer.photograph(subjects, 'image/png'));
  } finally {
    photographer.dispose();
  }
};

function dataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}
