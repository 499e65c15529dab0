import { expect, test } from 'vitest';
import { readAssembly, type Declaration, type Template } from './template/assembly.ts';
import { assemblyFolder } from './testing/assembly-folder.ts';
import { resolveAssembly, type Backend } from './resolve-assembly.ts';

type Nested = { [key: string]: Template };
const backendOf = (root: Template, nested: Nested = {}): Backend =>
  resolveAssembly(readAssembly(assemblyFolder(root, nested)));

const nestedStack = (key: string, Parameters: object = {}): Declaration => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3/', key]] }, Parameters },
});
const thing = (Properties: object = {}, more: Partial<Declaration> = {}): Declaration => ({
  Type: 'Test::Thing',
  Properties: { ...Properties },
  ...more,
});
const getAtt = (...path: string[]): object => ({ 'Fn::GetAtt': path });

/** A table in one nested stack, passed through the root to a function in another. */
const twoStacks: [Template, Nested] = [
  {
    Resources: {
      entries0A1B2C3D: nestedStack('entries.json'),
      api11223344: nestedStack('api.json', {
        table: getAtt('entries0A1B2C3D', 'Outputs.TableRef'),
      }),
    },
    Outputs: { endpoint: { Value: getAtt('api11223344', 'Outputs.Url') } },
  },
  {
    'entries.json': {
      Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
      Outputs: { TableRef: { Value: { Ref: 'Table' } } },
    },
    'api.json': {
      Parameters: { table: { Type: 'String' } },
      Resources: { Handler: thing({ Reads: { Ref: 'table' } }) },
      Outputs: { Url: { Value: { 'Fn::Sub': 'https://${table}.example' } } },
    },
  },
];

test('resources of nested stacks are identified by stack and logical id', () => {
  const { resources } = backendOf(...twoStacks);
  expect(resources.map(({ path }) => path)).toEqual(['entries/Table', 'api/Handler']);
});

test('a value is passed from one nested stack through the root to another', () => {
  const { resources, outputs } = backendOf(...twoStacks);
  const [table, handler] = resources;
  expect(handler?.properties).toEqual({ Reads: table?.id });
  expect(outputs).toEqual({ endpoint: `https://${table?.id}.example` });
});

test('physical ids are the same at each start', () => {
  const [once, again] = [backendOf(...twoStacks), backendOf(...twoStacks)];
  expect(again.resources.map(({ id }) => id)).toEqual(once.resources.map(({ id }) => id));
});

test('equal resources in two stacks have different ids', () => {
  const twin = { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } };
  const { resources } = backendOf(
    { Resources: { one: nestedStack('one.json'), two: nestedStack('two.json') } },
    { 'one.json': twin, 'two.json': twin },
  );
  expect(new Set(resources.map(({ id }) => id)).size).toBe(2);
});

test('a resource whose condition is false is not created and cannot be referred to', () => {
  const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
  const Never = thing({}, { Condition: 'Never' });
  expect(backendOf({ Conditions, Resources: { Never, Other: thing() } }).resources).toHaveLength(1);
  expect(() =>
    backendOf({ Conditions, Resources: { Never, Other: thing({ a: { Ref: 'Never' } }) } }),
  ).toThrow('Never is not made');
});

test('an output whose condition is false is left out', () => {
  const { outputs } = backendOf({
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {},
    Outputs: { gone: { Value: 'a', Condition: 'Never' }, kept: { Value: 'b' } },
  });
  expect(outputs).toEqual({ kept: 'b' });
});

test('resources that depend on each other are refused, naming the circle', () => {
  const circle = {
    A: thing({ to: { Ref: 'B' } }),
    B: thing({ to: { 'Fn::Sub': '${C.Arn}' } }),
    C: thing({}, { DependsOn: ['A'] }),
  };
  expect(() => backendOf({ Resources: circle })).toThrow('Circular dependency: A → B → C → A.');
});

test('a circle inside a nested stack is named with the stack', () => {
  const circle = { A: thing({ to: { Ref: 'B' } }), B: thing({}, { DependsOn: 'A' }) };
  expect(() =>
    backendOf(
      { Resources: { api: nestedStack('api.json') } },
      { 'api.json': { Resources: circle } },
    ),
  ).toThrow('Circular dependency: api/A → api/B → api/A.');
});

test('nested stacks that depend on each other are refused even if their resources do not', () => {
  const template: Template = {
    Parameters: { given: { Type: 'String', Default: '' } },
    Resources: { Thing: thing({ given: { Ref: 'given' } }) },
    Outputs: { plain: { Value: 'plain' } },
  };
  const root = {
    Resources: {
      one: nestedStack('one.json', { given: getAtt('two', 'Outputs.plain') }),
      two: nestedStack('two.json', { given: getAtt('one', 'Outputs.plain') }),
    },
  };
  expect(() => backendOf(root, { 'one.json': template, 'two.json': template })).toThrow(
    'Circular dependency: one → two → one.',
  );
});

test('conditions that depend on each other are refused, naming the circle', () => {
  const Conditions = { One: { Condition: 'Two' }, Two: { 'Fn::Not': [{ Condition: 'One' }] } };
  expect(() =>
    backendOf({ Conditions, Resources: { A: thing({}, { Condition: 'One' }) } }),
  ).toThrow('Circular: Conditions.One → Conditions.Two → Conditions.One.');
});

test('a resource that refers to itself is refused', () => {
  expect(() => backendOf({ Resources: { A: thing({ me: { Ref: 'A' } }) } })).toThrow('A → A');
});

test('an unsupported intrinsic is refused, naming its stack', () => {
  const template = { Resources: { Inner: thing({ a: { 'Fn::Base64': 'x' } }) } };
  expect(() =>
    backendOf({ Resources: { api: nestedStack('api.json') } }, { 'api.json': template }),
  ).toThrow('api/Inner: Fn::Base64 is not supported');
});

test('a bundle is found by its key, and a missing one is reported', () => {
  const { resources, bundleFolderOf } = backendOf({
    Resources: {
      Here: thing({ Code: { S3Key: 'code.zip' } }),
      Lost: thing({ Code: { S3Key: 'lost.zip' } }),
    },
  });
  const [here, lost] = resources;
  expect(here && bundleFolderOf(here)).toMatch(/asset\.code$/);
  expect(() => lost && bundleFolderOf(lost)).toThrow('Lost has no bundle');
});

test('a folder without a stack is refused', () => {
  const folder = assemblyFolder({ Resources: { api: nestedStack('absent.json') } });
  expect(() => readAssembly(folder)).toThrow('api: no template among the assets');
});
