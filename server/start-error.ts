/**
 * Why the server can't start, as one sentence for the person at the terminal: what is wrong and how to
 * mend it. It is printed without a stack; everything else that goes wrong keeps its stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
