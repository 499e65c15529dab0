import { expect, test } from 'vitest';
import { readAssembly, type Template } from './assembly.ts';
import { assemblyFolder } from '../testing/assembly-folder.ts';
import { resolveAssembly } from '../resolve-assembly.ts';

/** The resolved `Value` of the resource `Thing`. */
function valueOf(expression: unknown, template: Partial<Template> = {}): unknown {
  const Resources = {
    ...template.Resources,
    Thing: { Type: 'Test::Thing', Properties: { Value: expression } },
  };
  const { resources } = resolveAssembly(readAssembly(assemblyFolder({ ...template, Resources })));
  return resources.find(({ path }) => path === 'Thing')?.properties['Value'];
}

const Table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'entries' } };
const find = (size: string): unknown => ({
  'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, size],
});
const conditions = (Tested: unknown): Partial<Template> => ({
  Parameters: { Branch: { Type: 'String', Default: 'main' } },
  Conditions: { Yes: { 'Fn::Equals': [{ Ref: 'Branch' }, 'main'] }, Tested },
});
const outcomeOf = (condition: unknown): unknown =>
  valueOf({ 'Fn::If': ['Tested', 'yes', 'no'] }, conditions(condition));

test('a value without intrinsics is unchanged', () => {
  const plain = { list: [1, 'two', { three: true }], Ref: 'and', another: null };
  expect(valueOf(plain)).toEqual(plain);
});

test('Ref of a resource is its physical id', () => {
  expect(valueOf({ Ref: 'Table' }, { Resources: { Table } })).toBe('entries');
});

test('Ref of a parameter without a value is its default', () => {
  const Parameters = { Size: { Type: 'Number', Default: 5 } };
  expect(valueOf({ Ref: 'Size' }, { Parameters })).toBe(5);
});

test('Ref of a list parameter is a list', () => {
  const Parameters = { Ids: { Type: 'CommaDelimitedList', Default: 'a,b' } };
  expect(valueOf({ Ref: 'Ids' }, { Parameters })).toEqual(['a', 'b']);
});

test('Ref of a parameter stored in AWS is refused, as AWS is not contacted', () => {
  const Parameters = { Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/v' } };
  expect(() => valueOf({ Ref: 'Version' }, { Parameters })).toThrow(/Parameters\.Version.*SSM/);
});

test('Ref of a parameter without a value or default is refused', () => {
  const Parameters = { Size: { Type: 'Number' } };
  expect(() => valueOf({ Ref: 'Size' }, { Parameters })).toThrow(/Parameters\.Size has neither/);
});

test('Ref of an unknown name is refused, naming its resource', () => {
  expect(() => valueOf({ Ref: 'Nobody' })).toThrow('Thing: Ref Nobody names nothing');
});

test.each([
  ['AWS::AccountId', '000000000000'],
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::StackName', 'test-stack'],
  ['AWS::URLSuffix', 'amazonaws.com'],
])('Ref of %s is %s', (name, value) => {
  expect(valueOf({ Ref: name })).toBe(value);
});

test('Ref of AWS::NoValue removes the property or item', () => {
  const nothing = { Ref: 'AWS::NoValue' };
  expect(valueOf({ kept: 1, gone: nothing, list: [1, nothing, 2] })).toEqual({
    kept: 1,
    list: [1, 2],
  });
});

test('Fn::GetAtt takes a list or a dotted name', () => {
  const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/entries';
  expect(valueOf({ 'Fn::GetAtt': ['Table', 'Arn'] }, { Resources: { Table } })).toBe(arn);
  expect(valueOf({ 'Fn::GetAtt': 'Table.Arn' }, { Resources: { Table } })).toBe(arn);
});

test('Fn::GetAtt of an unsupported attribute is refused with type and attribute', () => {
  expect(() => valueOf({ 'Fn::GetAtt': ['Table', 'Colour'] }, { Resources: { Table } })).toThrow(
    /AWS::DynamoDB::Table Colour/,
  );
});

test('Fn::Join joins its resolved parts', () => {
  const parts = ['a', { Ref: 'AWS::Region' }, 3];
  expect(valueOf({ 'Fn::Join': ['-', parts] })).toBe('a-us-east-1-3');
});

test('Fn::Sub inserts resources, attributes and pseudo parameters', () => {
  const text = '${Table} ${Table.Arn} ${AWS::Region} ${!Left}';
  expect(valueOf({ 'Fn::Sub': text }, { Resources: { Table } })).toBe(
    'entries arn:aws:dynamodb:us-east-1:000000000000:table/entries us-east-1 ${Left}',
  );
});

test('Fn::Sub prefers the values given to it', () => {
  const values = { Name: { 'Fn::Join': ['', ['a', 'b']] }, 'AWS::Region': 'moon' };
  expect(valueOf({ 'Fn::Sub': ['${Name} ${AWS::Region}', values] })).toBe('ab moon');
});

test('Fn::Select picks from the result of Fn::Split', () => {
  const cut = { 'Fn::Split': [',', 'a,b,c'] };
  expect(valueOf(cut)).toEqual(['a', 'b', 'c']);
  expect(valueOf({ 'Fn::Select': ['1', cut] })).toBe('b');
});

test('Fn::Select past the end is refused', () => {
  expect(() => valueOf({ 'Fn::Select': [3, ['a']] })).toThrow('Thing: Fn::Select finds nothing');
});

test('Fn::FindInMap looks up a value and refuses missing keys', () => {
  const Mappings = { Sizes: { 'us-east-1': { small: 128 } } };
  expect(valueOf(find('small'), { Mappings })).toBe(128);
  expect(() => valueOf(find('huge'), { Mappings })).toThrow('Sizes.us-east-1.huge');
});

test('Fn::If evaluates one branch only', () => {
  const nonsense = { 'Fn::Nonsense': [] };
  expect(valueOf({ 'Fn::If': ['Yes', 'this', nonsense] }, conditions({}))).toBe('this');
});

test('conditions compare, negate, and combine', () => {
  const yes = { Condition: 'Yes' };
  const no = { 'Fn::Equals': ['a', 'b'] };
  expect(outcomeOf(yes)).toBe('yes');
  expect(outcomeOf(no)).toBe('no');
  expect(outcomeOf({ 'Fn::Not': [no] })).toBe('yes');
  expect(outcomeOf({ 'Fn::And': [yes, no] })).toBe('no');
  expect(outcomeOf({ 'Fn::And': [yes, yes] })).toBe('yes');
  expect(outcomeOf({ 'Fn::Or': [no, yes] })).toBe('yes');
  expect(outcomeOf({ 'Fn::Or': [no, no] })).toBe('no');
});

test('an unsupported condition is refused by name', () => {
  expect(() => outcomeOf({ 'Fn::Contains': [['a'], 'a'] })).toThrow(
    'Conditions.Tested: Fn::Contains is not supported',
  );
});

test.each(['Fn::ImportValue', 'Fn::GetAZs', 'Fn::Cidr', 'Fn::Transform'])(
  '%s is refused with its resource',
  (name) => {
    expect(() => valueOf({ deep: [{ [name]: 'x' }] })).toThrow(`Thing: ${name} is not supported`);
  },
);

test('a dynamic reference is refused rather than passed on as text', () => {
  expect(() => valueOf('{{resolve:ssm:/key}}')).toThrow('Thing: {{resolve:ssm:/key}}');
});

test('text functions refuse arguments of other types', () => {
  expect(() => valueOf({ 'Fn::Join': ['', [{ a: 1 }]] })).toThrow('expected text, found {"a":1}');
  expect(() => valueOf({ 'Fn::Join': ['', 'not a list'] })).toThrow('expected a list');
});
