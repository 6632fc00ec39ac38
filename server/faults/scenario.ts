import type { Instance } from './instance';
import type { Load } from './load';
import type { Random } from './random';

export type FaultContext = { instance: Instance; load: Load; random: Random };

/** One thing that goes wrong while messages come in. */
export type Scenario = {
  name: string;
  environment?: Record<string, string>;
  /** Why it can't be run here; undefined: it can. */
  skip?: () => string | undefined;
  /** Where its data lies; undefined: in the temporary folder. */
  makeDataFolder?: () => string;
  /** See LoadOptions. */
  daysBack?: number[];
  /** Makes it go wrong once, and waits until it is over. Messages come in meanwhile. */
  round: (context: FaultContext) => Promise<void>;
  /** After the last round, when no messages come in any more: a last chance to change what is stored. */
  finish?: (context: FaultContext) => Promise<void>;
  /** When the server and its data are gone. */
  cleanUp?: () => void;
};
