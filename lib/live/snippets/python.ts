import { KEY_VARIABLE, type LiveSnippet } from './definition';

export const python: LiveSnippet = {
  kind: 'python',
  label: 'Python',
  code: ({ origin, datasourceId }) => `import json, os, random, sys, time
from urllib.request import Request, urlopen

URL = "${origin}/api/live?datasources=${datasourceId}"
keys = {}  # data keys by metric id
last_event_id = ""


def take(event):
    global last_event_id
    if "data" not in event:
        return  # a ping
    last_event_id = event.get("id", last_event_id)
    body = json.loads(event["data"])
    if event.get("event") == "end":
        sys.exit(body["detail"])
    for metric in body.get("metrics") or body.get("m") or []:
        keys[metric["id"]] = metric["key"]
    for metric, when, value in body.get("updates") or body.get("u") or []:
        print(when, keys.get(metric), value, flush=True)


while True:
    headers = {"Authorization": "Bearer " + os.environ["${KEY_VARIABLE}"]}
    if last_event_id:
        headers["Last-Event-ID"] = last_event_id  # go on where it broke off
    try:
        event = {}
        # A ping comes every 15 seconds: silence for longer is a dead connection.
        for line in urlopen(Request(URL, headers=headers), timeout=40):
            name, _, text = line.decode().rstrip("\\n").partition(": ")
            if name:
                event[name] = text
            else:
                take(event)
                event = {}
    except OSError as error:
        print(error, file=sys.stderr)
    time.sleep(1 + 2 * random.random())
`,
};
