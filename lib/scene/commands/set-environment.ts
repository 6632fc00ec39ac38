import type { Draft } from 'mutative';
import type { Environment, SceneDocument } from '../schema';

export const setEnvironment =
  (change: Partial<Environment>) =>
  (draft: Draft<SceneDocument>): void => {
    Object.assign(draft.environment, change);
  };
