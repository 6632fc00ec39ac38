import { gzipSync } from 'node:zlib';
import { newApiKey } from '@/lib/api-key/key-text';
import type { Case } from './test-contract-case';

const WRONG_KEY = newApiKey().key;

/** Refused for who sends them, how, and how much. */
export const REFUSED: Case[] = [
  {
    title: 'no key',
    key: {},
    body: { t: 1 },
    status: 401,
    code: 'unauthorized',
    header: ['www-authenticate', /^Bearer realm=/],
  },
  {
    title: 'a key with a typing error',
    key: { authorization: 'KEYx' },
    body: { t: 1 },
    status: 401,
    code: 'unauthorized',
    header: ['www-authenticate', /invalid_token/],
  },
  {
    title: 'a key that does not exist',
    key: { authorization: `Bearer ${WRONG_KEY}` },
    body: { t: 1 },
    status: 401,
    code: 'unauthorized',
  },
  {
    title: 'an expired key',
    key: { authorization: 'EXPIRED' },
    body: { t: 1 },
    status: 401,
    detail: /expired/,
  },
  {
    title: 'a revoked key',
    key: { authorization: 'REVOKED' },
    body: { t: 1 },
    status: 401,
    detail: /revoked/,
  },
  {
    title: 'a key of another workspace',
    key: { authorization: 'FOREIGN' },
    body: { t: 1 },
    status: 401,
    code: 'unauthorized',
  },
  {
    title: 'a datasource that does not exist',
    path: '/api/ingest/dsr_000000000000000000000',
    body: { t: 1 },
    status: 401,
    code: 'unauthorized',
  },
  { title: 'GET', method: 'GET', status: 405, code: 'method_not_allowed', header: ['allow', /^POST$/] },
  { title: 'PUT', method: 'PUT', body: { t: 1 }, status: 405, code: 'method_not_allowed' },
  { title: 'OPTIONS (no CORS: a key does not belong in a browser)', method: 'OPTIONS', status: 405 },
  {
    title: 'another content type',
    headers: { 'content-type': 'text/plain' },
    raw: 't=1',
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: "curl's own content type",
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    raw: '{"t":1}',
    status: 415,
    detail: /curl/,
  },
  {
    title: 'a gzip bomb',
    headers: { 'content-encoding': 'gzip' },
    raw: gzipSync(Buffer.alloc(20_000_000, 32)),
    status: 413,
    code: 'too_large',
    detail: /5,000,000/,
  },
  {
    title: 'a packing that is not known',
    headers: { 'content-encoding': 'lzma' },
    raw: 'x',
    status: 415,
    code: 'unsupported_media_type',
    detail: /lzma.*gzip, deflate, br/,
  },
  {
    title: 'another charset',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    raw: '{"t":1}',
    status: 415,
  },
  {
    title: 'a 20 MB body',
    raw: Buffer.alloc(20_000_000, 32),
    status: 413,
    code: 'too_large',
    detail: /5,000,000/,
  },
];
