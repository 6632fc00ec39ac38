import type pg from 'pg';

/**
 * Runs a whole `copy` (see CopyBytes) in one round trip: the rows travel behind the statement, without waiting to be
 * asked for them. When the statement fails PostgreSQL passes over them (its protocol says so).
 */
export function copyMessages(client: pg.ClientBase, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(
      new Copy(bytes, (error) => {
        if (error) reject(error);
        else resolve();
      }),
    );
  });
}

/** What node-postgres asks of a query of one's own; it may put another `callback` in place (query_timeout). */
class Copy implements pg.Submittable {
  constructor(
    private readonly bytes: Buffer,
    public callback: (error?: Error) => void,
  ) {}

  submit({ stream }: pg.Connection): void {
    stream.write(this.bytes);
  }

  handleCopyInResponse(): void {} // they are on their way already

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback();
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}
