import type { LiveSnippet } from './definition';

export const browser: LiveSnippet = {
  kind: 'browser',
  label: 'JavaScript',
  code: ({ origin }) => `const keys = new Map(); // data keys by metric id
let lastEventId = "";

async function open() {
  // From your own server, which keeps the API key.
  const { ticket } = await (await fetch("/my-live-ticket", { method: "POST" })).json();
  const stream = new EventSource(
    \`${origin}/api/live?ticket=\${ticket}&lastEventId=\${lastEventId}\`,
  );
  stream.addEventListener("snapshot", take);
  stream.addEventListener("frame", take);
  // A ticket opens one stream: for the next one there must be another.
  stream.onerror = () => {
    stream.close();
    setTimeout(open, 1000 + 2000 * Math.random());
  };
}

function take(event) {
  lastEventId = event.lastEventId;
  const body = JSON.parse(event.data);
  for (const metric of body.metrics ?? body.m ?? []) keys.set(metric.id, metric.key);
  for (const [metric, time, value] of body.updates ?? body.u ?? []) {
    console.log(new Date(time), keys.get(metric), value);
  }
}

open();
`,
};
