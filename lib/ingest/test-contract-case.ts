/** One request of the contract and its answer. */
export type Case = {
  title: string;
  method?: string;
  /** `KEY`, `ID` and the like stand for the sender's own. */
  path?: string;
  headers?: Record<string, string>;
  /** Takes the place of `Authorization: Bearer KEY`. */
  key?: Record<string, string>;
  body?: unknown;
  raw?: string | Buffer;
  status: number;
  accepted?: number;
  code?: string;
  pointer?: string;
  line?: number;
  detail?: RegExp;
  header?: [string, RegExp];
};
