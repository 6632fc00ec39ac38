import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { jsonFormat } from '../json/json';
import { readWhole } from '../test-read';
import { cloudEventsFormat } from './cloudevents';

const TIME = '2026-01-31T12:00:00.000Z';
const event = new CloudEvent({
  id: '1',
  source: '/line/4',
  type: 'measured',
  time: TIME,
  data: { temperature: 42.5, motor: { rpm: 1500 } },
});
const expected = { timeMs: Date.parse(TIME), readings: { temperature: 42.5, 'motor.rpm': 1500 } };
const sent = ({ headers, body }: { headers: object; body: unknown }) => ({
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  ),
  body: String(body),
});

describe('a CloudEvent', () => {
  it('is read as the official library writes it, structured and binary [V1]', () => {
    const structured = sent(HTTP.structured(event));
    expect(cloudEventsFormat.accepts(structured.headers['content-type']?.split(';')[0] ?? '')).toBe(true);
    expect(readWhole(cloudEventsFormat, structured.body, structured).messages).toEqual([expected]);
    const binary = sent(HTTP.binary(event));
    expect(readWhole(jsonFormat, binary.body, binary).messages).toEqual([expected]);
  });

  it('comes in batches, each at its own time [V1, V2]', () => {
    const batch = [event, { ...event.toJSON(), id: '2', time: '2026-01-31T12:00:01Z' }];
    expect(readWhole(cloudEventsFormat, JSON.stringify(batch)).messages).toEqual([
      expected,
      { ...expected, timeMs: expected.timeMs + 1000 },
    ]);
  });

  it('may pack its data, and may have no time', () => {
    const { time: _, data: __, ...rest } = event.toJSON() as Record<string, unknown>;
    const packed = { ...rest, data_base64: Buffer.from('{"a":1}').toString('base64') };
    expect(readWhole(cloudEventsFormat, JSON.stringify(packed)).messages).toEqual([
      { timeMs: undefined, readings: { a: 1 } },
    ]);
  });

  it.each([
    [{ id: undefined }, '/id'],
    [{ source: '' }, '/source'],
    [{ specversion: '0.3' }, '/specversion'],
    [{ time: 'soon' }, '/time'],
    [{ time: 1_760_000_000 }, '/time'],
    [{ data: undefined }, '/data'],
    [{ data: 7 }, '/data'],
    [{ data: { a: 'x\0' } }, '/data/a'],
    [{ datacontenttype: 'text/plain' }, '/datacontenttype'],
  ])('with %j is refused at %s [V3]', (change, pointer) => {
    const { faults } = readWhole(cloudEventsFormat, JSON.stringify({ ...event.toJSON(), ...change }));
    expect(faults.errors[0]?.pointer).toBe(pointer);
  });

  it('in binary mode is refused by the header at fault [V3]', () => {
    const { faults } = readWhole(jsonFormat, '{"a":1}', {
      headers: { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-time': 'x' },
    });
    expect(faults.errors.map(({ pointer }) => pointer)).toEqual(['/ce-source', '/ce-type', '/ce-time']);
  });
});
