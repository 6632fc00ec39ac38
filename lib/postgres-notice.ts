import { createHmac } from 'node:crypto';
import { instanceSecret } from './instance-secret';

/** Who listens to a channel. Both are called outside any request; what they throw is logged. */
export type NoticeHandler = {
  /** @param isOwn this process sent it: most handlers know already what it says */
  notice: (payload: string, isOwn: boolean) => void;
  /**
   * Notices may have been missed: refresh what they keep up to date. Called each time that listening begins, the
   * first time too (what was loaded before may be old already), after a lost connection, and when a sender could
   * not send.
   */
  missed?: () => void;
};

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
export const NOTICE_BYTES_MAX = 7_999;

/** What travels in one NOTIFY: who sent it, and the payload, or where it lies, or that some could not be sent. */
export type Notice = { origin: string; kind: 'inline' | 'stored' | 'lost'; body: string };

const MARKS = { inline: ':', stored: '#', lost: '!' } as const;
const KINDS = { ':': 'inline', '#': 'stored', '!': 'lost' } as const;
const NOTICE = /^([\w-]{8})([:#!])(.*)$/s;

export const writeNotice = ({ origin, kind, body }: Notice): string => `${origin}${MARKS[kind]}${body}`;

/** A payload that is none of ours (a trigger's, or one typed in psql) counts as one from elsewhere. */
export function readNotice(text: string): Notice {
  const [, origin, mark, body] = NOTICE.exec(text) ?? [];
  if (origin === undefined || mark === undefined || body === undefined)
    return { origin: '', kind: 'inline', body: text };
  return { origin, kind: KINDS[mark as keyof typeof KINDS], body };
}

/**
 * The channel's name in PostgreSQL. Nobody can guess it: whoever may connect to the database, as the roles of the SQL
 * access may, could listen to any channel, and send on it, that he knows by name.
 */
export async function channelName(name: string): Promise<string> {
  const secret = await instanceSecret('channels');
  return `tw_${createHmac('sha256', secret).update(name).digest('hex').slice(0, 40)}`;
}
