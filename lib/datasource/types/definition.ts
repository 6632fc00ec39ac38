import type { DatasourceType } from '../schema';

/** A kind of source. Its icon is in `components/datasource/type-icons.ts`. */
export type DatasourceTypeDefinition<T extends DatasourceType = DatasourceType> = {
  type: T;
  labelKey: `datasource.type.${T}.label`;
  hintKey: `datasource.type.${T}.hint`;
  /** Senders present a key; one is made with the datasource. */
  usesKeys: boolean;
};
