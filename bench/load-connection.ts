import net from 'node:net';

const STATUS_AT = 'HTTP/1.1 '.length;
const TWO = 0x32;

/** One kept-alive connection with one request under way at a time. */
export class LoadConnection {
  onAnswer: (ok: boolean) => void = () => {};
  onError: (error: Error) => void = () => {};
  private rest: Buffer | undefined;
  /** How long the last answer was: the next one is as long, mostly, and need not be read to know that it is whole. */
  private usualLength = 0;

  private constructor(private readonly socket: net.Socket) {
    socket.on('error', (error) => this.onError(error));
    socket.on('end', () => this.onError(new Error('The server closed the connection.')));
    socket.on('data', (chunk) => this.take(chunk));
  }

  static open(port: number): Promise<LoadConnection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new LoadConnection(socket));
      });
    });
  }

  send(request: Buffer): void {
    this.socket.write(request);
  }

  close(): void {
    this.onError = () => {};
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    const answer = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    if (answer.length !== this.usualLength && !isWhole(answer)) {
      this.rest = answer;
      return;
    }
    this.rest = undefined;
    this.usualLength = answer.length;
    this.onAnswer(answer[STATUS_AT] === TWO);
  }
}

function isWhole(answer: Buffer): boolean {
  const text = answer.toString('latin1');
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  if (text.startsWith('HTTP/1.1 204')) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return length !== undefined && text.length >= head + 4 + Number(length);
}
