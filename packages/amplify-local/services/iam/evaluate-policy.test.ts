import { expect, test } from 'vitest';
import { decide, type Decision } from './evaluate-policy.ts';
import type { Statement } from './policy-statement.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Entries';
const index = `${table}/index/byForm`;

const allow = (Action: string | string[], Resource: string | string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const deny = (Action: string | string[], Resource: string | string[]): Statement => ({
  ...allow(Action, Resource),
  Effect: 'Deny',
});
const put = (statements: Statement[], resource = table): Decision =>
  decide(statements, 'dynamodb:PutItem', resource);

test.each<[string, Statement[], boolean]>([
  ['no statement', [], false],
  ['the exact action and table', [allow('dynamodb:PutItem', table)], true],
  ['one action of several', [allow(['dynamodb:GetItem', 'dynamodb:PutItem'], table)], true],
  ['one table of several', [allow('dynamodb:PutItem', ['arn:aws:s3:::b', table])], true],
  ['another action', [allow('dynamodb:GetItem', table)], false],
  ['another table', [allow('dynamodb:PutItem', `${table}2`)], false],
  ['only its index', [allow('dynamodb:PutItem', index)], false],
  ['an action in another case', [allow('DynamoDB:putitem', table)], true],
  ['a table in another case', [allow('dynamodb:PutItem', table.toUpperCase())], false],
  ['every action', [allow('*', table)], true],
  ['every action of the service', [allow('dynamodb:*', '*')], true],
  ['every action that puts', [allow('dynamodb:Put*', table)], true],
  ['every table', [allow('dynamodb:PutItem', 'arn:aws:dynamodb:*:*:table/*')], true],
  ['allowed and denied', [allow('*', '*'), deny('dynamodb:PutItem', table)], false],
  ['denied first, then allowed', [deny('dynamodb:*', '*'), allow('*', '*')], false],
  ['denied elsewhere', [allow('*', '*'), deny('dynamodb:PutItem', `${table}2`)], true],
  ['all but this', [{ Effect: 'Allow', NotAction: 'dynamodb:Put*', Resource: '*' }], false],
  ['all but others', [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }], true],
  ['all but this table', [{ Effect: 'Allow', Action: '*', NotResource: table }], false],
  ['all but its index', [{ Effect: 'Allow', Action: '*', NotResource: index }], true],
])('PutItem, with %s', (_, statements, allowed) => {
  expect(put(statements).allowed).toBe(allowed);
});

test('a denial distinguishes a missing allow from an explicit deny', () => {
  expect(put([])).toEqual({
    allowed: false,
    because: 'because no identity-based policy allows the dynamodb:PutItem action',
  });
  expect(put([deny('*', '*')])).toEqual({
    allowed: false,
    because: 'with an explicit deny in an identity-based policy',
  });
});

test('a condition that matters is refused, naming its operator', () => {
  const Condition = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['user#ada'] } };
  const statements = [{ ...allow('dynamodb:PutItem', table), Condition }];
  expect(() => put(statements)).toThrow('ForAllValues:StringEquals');
});

test('a condition in a statement about something else is ignored', () => {
  const Condition = { StringEquals: { 'ses:FromAddress': 'a@example.com' } };
  const statements = [{ ...allow('ses:SendEmail', '*'), Condition }];
  expect(put(statements).allowed).toBe(false);
});

test.each([
  ['element', { ...allow('*', '*'), Principal: '*' }, 'Principal'],
  ['effect', { ...allow('*', '*'), Effect: 'Maybe' }, 'Maybe'],
  ['variable', allow('*', 'arn:aws:s3:::${aws:username}/*'), 'variables'],
])('an unsupported %s is refused by name', (_, statement, reason) => {
  expect(() => put([statement as Statement])).toThrow(reason);
});

test.each<[string, Statement['Condition'], string | undefined, boolean]>([
  ['an equal value', { StringEquals: { 's3:prefix': ['a/', 'b/'] } }, 'b/', true],
  ['another value', { StringEquals: { 's3:prefix': 'a/' } }, 'b/', false],
  ['no value', { StringEquals: { 's3:prefix': 'a/' } }, undefined, false],
  ['a value like it', { StringLike: { 's3:prefix': 'a/*' } }, 'a/b', true],
  ['a value unlike it', { StringLike: { 's3:prefix': 'a/*' } }, 'b/a/', false],
  ['a value that is not excluded', { StringNotEquals: { 's3:prefix': 'a/' } }, 'b/', true],
  ['an excluded value', { StringNotLike: { 's3:prefix': 'a*' } }, 'a/', false],
  ['one of two met', { StringLike: { 's3:prefix': 'a*' }, Bool: { x: 'true' } }, 'a', false],
])('a condition on what the service knows is compared: %s', (_, Condition, prefix, allowed) => {
  const statements = [{ ...allow('s3:ListBucket', '*'), ...(Condition && { Condition }) }];
  const keys = { 's3:prefix': prefix, x: 'false' };
  expect(decide(statements, 's3:ListBucket', 'arn:aws:s3:::b', keys).allowed).toBe(allowed);
});

test('a condition on what the service does not know is refused', () => {
  const statements = [{ ...allow('*', '*'), Condition: { StringEquals: { 'aws:SourceIp': 'a' } } }];
  expect(() => decide(statements, 's3:ListBucket', 'b', { 's3:prefix': 'a' })).toThrow(
    'StringEquals',
  );
});
