import { KEY_VARIABLE, type LiveSnippet } from './definition';

export const node: LiveSnippet = {
  kind: 'node',
  label: 'Node.js',
  code: ({ origin, datasourceId }) => `const url = "${origin}/api/live?datasources=${datasourceId}";
const keys = new Map(); // data keys by metric id
let lastEventId = "";

for (;;) {
  try {
    const headers = { Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\` };
    if (lastEventId) headers["Last-Event-ID"] = lastEventId; // go on where it broke off
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(await answer.text());
    let rest = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + piece).split("\\n\\n");
      rest = events.pop();
      events.forEach(take);
    }
  } catch (error) {
    console.error(error.message);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000 + 2000 * Math.random()));
}

function take(event) {
  const { id, event: name, data } = Object.fromEntries(
    event.split("\\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 2)]),
  );
  if (!data) return; // a ping
  lastEventId = id ?? lastEventId;
  const body = JSON.parse(data);
  if (name === "end") {
    console.error(body.detail);
    process.exit(1);
  }
  for (const metric of body.metrics ?? body.m ?? []) keys.set(metric.id, metric.key);
  for (const [metric, time, value] of body.updates ?? body.u ?? []) {
    console.log(new Date(time).toISOString(), keys.get(metric), value);
  }
}
`,
};
