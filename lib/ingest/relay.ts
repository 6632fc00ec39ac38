/**
 * Lets pieces pass, and hands each to a second reader before: one piece is held, and the slower of the two sets the pace.
 */
export class Relay implements AsyncIterable<Buffer> {
  /** What the second reader is told when the first one stopped; why is known there. */
  readonly cutOff = new Error('The other reader stopped.');
  private piece: Buffer | undefined;
  private end: 'open' | 'complete' | { error: unknown } = 'open';
  private left = false;
  private wakeReader = () => {};
  private wakeSource = () => {};

  async *passing(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    try {
      for await (const piece of pieces) {
        await this.hand(piece);
        yield piece;
      }
      this.end = 'complete';
    } catch (error) {
      this.end = { error };
      throw error;
    } finally {
      if (this.end === 'open') this.end = { error: this.cutOff };
      this.wakeReader();
    }
  }

  /** The second reader wants no more. */
  leave(): void {
    this.left = true;
    this.piece = undefined;
    this.wakeSource();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const { piece, end } = this;
      if (piece) {
        this.piece = undefined;
        this.wakeSource();
        yield piece;
      } else if (end === 'complete') return;
      else if (end !== 'open') throw end.error;
      else
        await new Promise<void>((resolve) => {
          this.wakeReader = resolve;
        });
    }
  }

  /** Resolves when the second reader took the piece. */
  private async hand(piece: Buffer): Promise<void> {
    if (this.left) return;
    this.piece = piece;
    this.wakeReader();
    while (this.piece && !this.left)
      await new Promise<void>((resolve) => {
        this.wakeSource = resolve;
      });
  }
}
