/** `ExportMetricsServiceResponse` that tells how many data points were left out, and why. */
export function writePartialSuccess(rejectedDataPoints: number, errorMessage: string): Buffer {
  return bytesField(1, Buffer.concat([varintField(1, rejectedDataPoints), textField(2, errorMessage)]));
}

/** `google.rpc.Status`: what an error says. */
export const writeStatus = (code: number, message: string): Buffer =>
  Buffer.concat([varintField(1, code), textField(2, message)]);

const varintField = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);

const textField = (field: number, text: string): Buffer => bytesField(field, Buffer.from(text));

const bytesField = (field: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Buffer.from(bytes);
}
