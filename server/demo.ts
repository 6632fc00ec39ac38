/** What `.data/quickstart.json` holds: everything that one needs to look at the demo, or to script against it. */
export type Quickstart = {
  url: string;
  email: string;
  password: string;
  workspaceId: string;
  datasourceId: string;
  apiKey: string;
  sceneId: string;
  viewerUrl: string;
};

/** Makes the demo twin once (a later start finds it), and starts its simulator. Undefined when there is none. */
export async function openDemo(_url: string, _dataFolder: string): Promise<Quickstart | undefined> {
  return undefined;
}
