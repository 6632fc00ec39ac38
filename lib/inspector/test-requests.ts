import { sendRequest, type TestSender, testRequest } from '@/lib/ingest/test-sender';
import { getRequest } from './get-request';
import { listRequests } from './list-requests';

const JSON_TYPE = { 'content-type': 'application/json' };

/** As a gateway of this datasource does it. */
export const send = (
  sender: Pick<TestSender, 'key' | 'datasourceId'>,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  sendRequest(
    testRequest(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body), {
      path: `/api/ingest/${sender.datasourceId}`,
      headers: { authorization: `Bearer ${sender.key}`, ...JSON_TYPE, ...headers },
    }),
  );

export const list = ({ caller, datasourceId }: TestSender) => listRequests(caller, datasourceId);

/** The request that was kept last, in full. */
export async function newest(sender: TestSender) {
  const [first] = await list(sender);
  if (!first) throw new Error('No request is kept.');
  return getRequest(sender.caller, sender.datasourceId, first.id);
}

export const text = (base64: string | null | undefined) =>
  base64 && Buffer.from(base64, 'base64').toString('utf8');
