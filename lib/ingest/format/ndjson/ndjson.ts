import { Problem, problem } from '@/lib/problem';
import type { Message } from '@/lib/telemetry/message';
import { flattenMessage } from '../../flatten-message';
import { BATCH_MESSAGES } from '../../limits';
import type { BodyFormat, ReadContext } from '../format';
import { parseJson } from '../json/parse-json';
import { checkUtf8, wholeLines, withoutMark } from '../whole-lines';

const TYPES: ReadonlySet<string> = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonl',
  'application/jsonlines',
  'application/json-lines',
  'application/x-json-stream',
]);

/** One JSON message on each line; blank lines count, but say nothing. */
export const ndjsonFormat: BodyFormat = {
  kind: 'ndjson',
  contentType: 'application/x-ndjson',
  accepts: (contentType) => TYPES.has(contentType),
  read(body, context) {
    const messages: Message[] = [];
    context.faults.lines = [];
    const lines = withoutMark(checkUtf8(body).toString('utf8')).split('\n');
    for (const [i, line] of lines.entries()) readLine(line, i + 1, context, messages);
    if (messages.length === 0) throw noMessages();
    return messages;
  },
  async *readPieces(pieces, context) {
    let messages: Message[] = [];
    context.faults.lines = [];
    let number = 0;
    let isEmpty = true;
    for await (const block of wholeLines(pieces)) {
      const text = block.toString('utf8');
      const lines = (number === 0 ? withoutMark(text) : text).split('\n');
      // What stands behind the last line break is not a line of this block.
      if (lines.at(-1) === '') lines.pop();
      for (const line of lines) {
        number += 1;
        readLine(line, number, context, messages);
        if (messages.length < BATCH_MESSAGES) continue;
        yield messages;
        isEmpty = false;
        messages = [];
        context.faults.lines = [];
      }
    }
    if (messages.length > 0) yield messages;
    else if (isEmpty) throw noMessages();
  },
};

const noMessages = (): Problem =>
  problem('invalid_reading', {
    detail: 'The body holds no messages.',
    errors: [{ pointer: '', detail: 'Send one JSON object on each line.' }],
  });

function readLine(text: string, number: number, context: ReadContext, messages: Message[]): void {
  if (text.trim() === '') return;
  context.faults.line = number;
  context.faults.lines?.push(number);
  messages.push(flattenMessage(parseLine(text, number), [], context));
}

function parseLine(text: string, line: number): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const detail = error.message.replace('The body is', 'It is');
    throw problem('invalid_json', {
      detail: `Line ${line}: ${detail}`,
      errors: [{ pointer: '', line, detail }],
    });
  }
}
