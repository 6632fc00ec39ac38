const BEAT_MS = 10_000;

/** One sentence to the person at the terminal, then the end: no stack. */
export class SetupError extends Error {}

/**
 * Runs one step of a command with its name and its time.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ silent?: boolean }} [options] silent: it says nothing itself for long, so give signs of life
 * @returns {Promise<T>}
 */
export async function stage(name, work, { silent = false } = {}) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`▸ ${name}`);
  const beat = silent
    ? setInterval(() => console.log(`  … ${name}: ${Math.round(Number(seconds()))} s`), BEAT_MS)
    : undefined;
  try {
    const result = await work();
    console.log(`✓ ${name} (${seconds()} s)`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${seconds()} s)`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

/**
 * Runs a command's main function: what a person can mend is told in one sentence, with exit code 1.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
