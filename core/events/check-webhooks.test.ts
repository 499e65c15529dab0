import { expect, test } from 'vitest';
import { assertValidWebhooks } from './check-webhooks.ts';
import type { Webhook } from './webhook.ts';

const forms = [{ id: 'ride' }];
const stock: Webhook = {
  id: 'stock',
  url: 'https://example.com/hooks/rides?from=forms',
  forms: ['ride'],
  events: ['created', 'erased'],
};

const check = (...webhooks: readonly object[]) => {
  assertValidWebhooks(webhooks as readonly Webhook[], forms);
};

test('a complete webhook has no issues', () => {
  check(stock);
  check({ ...stock, url: 'http://127.0.0.1:8080', allow: ['http', 'private-addresses'] });
});

test.each<[string, object, string]>([
  ['another id', { id: 'Stock room' }, 'its id needs'],
  ['a form that is not there', { forms: ['visit'] }, 'there is no form "visit"'],
  ['no forms', { forms: [] }, 'it has no forms'],
  ['an event that never happens', { events: ['opened'] }, 'there is no event "opened"'],
  ['no events', { events: [] }, 'it has no events'],
  ['another payload', { payload: 'everything' }, 'its payload is "ids" or "answers"'],
  ['no TLS', { url: 'http://example.com' }, 'needs allow: ["http"]'],
  ['a password', { url: 'https://me:secret@example.com' }, 'is no address like'],
  ['a fragment', { url: 'https://example.com/#a' }, 'is no address like'],
  ['another scheme', { url: 'file:///etc/passwd' }, 'is no address like'],
  ['no address', { url: 'stock' }, 'is no address like'],
])('a webhook with %s is reported in a sentence', (_, changes, sentence) => {
  expect(() => check({ ...stock, ...changes })).toThrow(sentence);
});

test('two webhooks cannot share a secret', () => {
  expect(() => check(stock, stock)).toThrow('More than one webhook has the id "stock".');
});
