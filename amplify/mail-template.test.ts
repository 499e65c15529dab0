import { App, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { entriesTable } from './entries/resource.ts';
import { connectMailToStream } from './mail/resource.ts';

type Declared = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

/** The template of a mail function, whose forms notify somebody or nobody. */
function templateWith(notifies: boolean): readonly Declared[] {
  const stack = new Stack(new App(), 'mail');
  const handler = new LambdaFunction(stack, 'Mail', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('//'),
  });
  connectMailToStream(stack, handler, { table: entriesTable(stack), notifies });
  const app = stack.node.root as App;
  const template = app.synth().getStackByName('mail').template as {
    Resources: Record<string, Declared>;
  };
  return Object.values(template.Resources);
}

const textOf = (type: string, notifies: boolean) =>
  JSON.stringify(templateWith(notifies).filter(({ Type }) => Type === type));

const types = (notifies: boolean) => templateWith(notifies).map(({ Type }) => Type);

test('if no form notifies anybody, the mail function reads nobody’s address and gets no released entries', () => {
  expect(textOf('AWS::IAM::Policy', false)).not.toContain('dynamodb:Query');
  expect(textOf('AWS::Lambda::EventSourceMapping', false)).not.toContain('released#');
});

test('if one does, it may query the table, never an index, and gets released entries', () => {
  const policy = textOf('AWS::IAM::Policy', true);
  expect(policy).toContain('"Action":"dynamodb:Query"');
  expect(policy).not.toMatch(/index|Scan/);
  expect(textOf('AWS::Lambda::EventSourceMapping', true)).toContain('released#');
});

test('an hourly schedule is there only if owners get mail', () => {
  const added = types(true).filter((it) => !types(false).includes(it));
  expect(added).toEqual(['AWS::Events::Rule', 'AWS::Lambda::Permission']);
  const rule = textOf('AWS::Events::Rule', true);
  expect(rule).toContain('"ScheduleExpression":"cron(0 * * * ? *)"');
  expect(rule).toContain(JSON.stringify('{"reports":true}'));
});
