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

/** Names of channels are ours, not a user's: short words. */
export function channelName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`"${name}" is no name of a channel.`);
  return `twinnoverse_${name}`;
}
