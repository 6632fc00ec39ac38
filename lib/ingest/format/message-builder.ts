import type { ReadingValue } from '@/lib/live/protocol';
import { UNSTORABLE } from '@/lib/storable-text';
import type { Message } from '@/lib/telemetry/message';
import { hasForbiddenStep, hasUnfitCharacters } from '../data-key-rules';
import type { Faults } from '../faults';
import { KEY_LENGTH_MAX, METRICS_MAX, TEXT_LENGTH_MAX } from '../limits';

type Scalar = number | string | boolean;

/** What is wrong with a data key, in a sentence for the sender; undefined: nothing. */
export function faultOfKey(key: string): string | undefined {
  if (key.trim() === '') return 'A data key may not be empty.';
  if (key.length > KEY_LENGTH_MAX)
    return `A data key may have at most ${KEY_LENGTH_MAX} characters, its dots included.`;
  if (hasUnfitCharacters(key)) return 'A data key may not hold control characters or broken Unicode.';
  if (hasForbiddenStep(key)) return `"${key}" may not be used as a data key.`;
  return undefined;
}

/** What is wrong with a value, in a sentence for the sender; undefined: nothing. */
export function faultOfValue(value: Scalar): string | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : 'The number is too large: the greatest is about 1.8e308.';
  if (typeof value !== 'string') return undefined;
  if (value.length > TEXT_LENGTH_MAX)
    return `A text may have at most ${TEXT_LENGTH_MAX} characters; this one has ${value.length}.`;
  return UNSTORABLE.test(value) ? 'A text may not hold NUL characters or broken Unicode.' : undefined;
}

type Gathered = { message: Message; positions: Map<string, number> };

/**
 * Gathers readings that belong together into messages: formats that name each value by itself (line protocol, long CSV,
 * SenML, Prometheus) bring many readings of one moment, which are one message. Messages keep the order in which their
 * first reading came; of two values for one key and time the last counts.
 */
export class MessageBuilder {
  readonly messages: Message[] = [];
  private readonly byGroup = new Map<string, Map<number | undefined, Gathered>>();

  constructor(private readonly faults: Faults) {}

  /**
   * @param timeUs undefined: the time of arrival
   * @param group readings of different groups are different messages, whatever their times. What a sender cuts into
   *   requests differently each time (Prometheus) would else come in ever new combinations, which are dear to store.
   */
  add(timeUs: number | undefined, key: string, value: ReadingValue, group = ''): void {
    let byTime = this.byGroup.get(group);
    if (!byTime) {
      byTime = new Map();
      this.byGroup.set(group, byTime);
    }
    let entry = byTime.get(timeUs);
    if (!entry) {
      const message: Message = { timeUs, keys: [], values: [] };
      entry = { message, positions: new Map() };
      byTime.set(timeUs, entry);
      this.messages.push(message);
      this.faults.lines?.push(this.faults.line ?? 0);
    }
    const { message, positions } = entry;
    const position = positions.get(key);
    if (position !== undefined) {
      message.values[position] = value;
      return;
    }
    positions.set(key, message.keys.length);
    message.keys.push(key);
    message.values.push(value);
    if (message.keys.length === METRICS_MAX + 1)
      this.faults.add([], `A message may have at most ${METRICS_MAX} data keys.`);
  }
}
