import { problem } from '@/lib/problem';
import { jsonPointer } from '../../faults';
import type { BodyFormat } from '../format';
import { bodyText, parseJson } from '../json/parse-json';
import { MessageBuilder } from '../message-builder';
import { SenmlRecords } from './records';

/** Measurements by RFC 8428, in JSON: SPEC.md, E. */
export const senmlFormat: BodyFormat = {
  kind: 'senml',
  contentType: 'application/senml+json',
  accepts: (contentType) =>
    contentType === 'application/senml+json' || contentType === 'application/sensml+json',
  read(body, context) {
    const pack = parseJson(bodyText(body));
    if (!Array.isArray(pack)) throw notAPack('A SenML pack is an array of records.');
    const builder = new MessageBuilder(context.faults);
    const records = new SenmlRecords(context, builder);
    for (const [i, record] of pack.entries()) records.add(record, i);
    const { messages } = builder;
    if (messages.length === 0 && context.faults.count === 0) throw notAPack('The pack holds no values.');
    return messages;
  },
};

const notAPack = (detail: string) =>
  problem('invalid_reading', { detail, errors: [{ pointer: jsonPointer([]), detail }] });
