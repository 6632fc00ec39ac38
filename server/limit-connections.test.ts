import net from 'node:net';
import { expect, it } from 'vitest';
import { limitConnections } from './limit-connections';

it('closes what one address opens beyond the limit, and lets it open anew what it closed', async () => {
  const server = net.createServer();
  limitConnections(server, 2);
  const open = (from: string) => {
    const connection = Object.defineProperty(new net.Socket(), 'remoteAddress', { value: from });
    server.emit('connection', connection);
    return connection;
  };
  const [first, second, third, other] = ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2'].map(open);
  const ofOneNetwork = ['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(open);
  expect(ofOneNetwork.map(({ destroyed }) => destroyed)).toEqual([false, false, true]);
  expect([first, second, third, other].map((each) => each?.destroyed)).toEqual([false, false, true, false]);
  await new Promise((resolve) => first?.once('close', resolve).destroy());
  expect(open('10.0.0.1').destroyed).toBe(false);
  expect(open('10.0.0.1').destroyed).toBe(true);
});
