/** Runs in the browser of `render-starters.ts`. */
import { Photographer } from '@/components/stage/photographer';

declare global {
  interface Window {
    /** Takes the picture of the model at a URL; answers with a PNG as a data URL. */
    photograph(url: string): Promise<string>;
  }
}

const photographer = new Photographer();

window.photograph = async (url) => {
  const picture = await photographer.photograph(url, 'image/png');
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
};
