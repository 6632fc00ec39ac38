const PATH = '/api/ingest/';

/** Where the instance is, and which datasource is meant: what other protocols want apart. */
export function instanceOf(ingestionUrl: string): { instance: string; datasourceId: string } {
  const at = ingestionUrl.lastIndexOf(PATH);
  return { instance: ingestionUrl.slice(0, at), datasourceId: ingestionUrl.slice(at + PATH.length) };
}
