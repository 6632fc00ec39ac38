import path from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError } from './stage.mjs';

/** What `npm run up` and `npm run dev` understand. */
const OPTIONS = {
  port: { type: 'string', says: '--port N     listen on port N (3000; or PORT)' },
  data: { type: 'string', says: '--data DIR   keep all data in DIR (.data in the clone; or DATA_DIR)' },
  'no-demo': { type: 'boolean', says: '--no-demo    do not make the demo twin' },
  help: { type: 'boolean', says: '--help       show this' },
};

/**
 * Reads the options into the environment, where everything else reads them.
 * @param {string} usage how the command is called
 * @returns {{ demo: boolean }}
 */
export function readOptions(usage) {
  const help = [
    `${usage} -- [options]`,
    '',
    ...Object.values(OPTIONS).map((option) => `  ${option.says}`),
  ].join('\n');
  // npm keeps an option for itself unless `--` stands before it; better said than silently ignored.
  const eaten = ['port', 'data', 'demo'].find((name) => `npm_config_${name}` in process.env);
  if (eaten)
    throw new SetupError(
      `Write "--" before the options: ${usage} -- --${eaten === 'demo' ? 'no-demo' : eaten} …`,
    );
  let values;
  try {
    ({ values } = parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: false }));
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message.split('. ', 1)[0] : error}.\n\n${help}`);
  }
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  if (values.port !== undefined) {
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      throw new SetupError(`--port ${values.port}: a port is a number from 0 to 65535.`);
    }
    process.env.PORT = values.port;
  }
  // Relative to where the command was typed, which npm keeps in INIT_CWD.
  if (values.data !== undefined) {
    if (values.data === '') throw new SetupError('--data: the name of a folder is missing.');
    process.env.DATA_DIR = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.data);
  }
  return { demo: !values['no-demo'] };
}
