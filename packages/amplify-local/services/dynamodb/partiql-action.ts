import { tableArn } from './table-arn.ts';

/** The IAM action of a PartiQL statement, and the table or index (`"T"."I"`) it applies to. */
export function partiqlAction(statement: string): {
  readonly action: string;
  readonly resourceArn: string;
} {
  const [, verb = '', table, index] = shape.exec(statement) ?? [];
  const action = actions[verb.split(/\s/)[0]?.toUpperCase() ?? ''];
  // The statement is not shown, as it may contain personal data.
  if (action === undefined || table === undefined)
    throw new Error('A PartiQL statement is not supported locally.');
  return { action, resourceArn: tableArn(unquoted(table), index && unquoted(index)) };
}

const shape =
  /^\s*(SELECT\b.+?\bFROM|INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+("[^"]+"|\w+)(?:\.("[^"]+"|\w+))?/is;

const actions: { readonly [verb: string]: string } = {
  SELECT: 'dynamodb:PartiQLSelect',
  INSERT: 'dynamodb:PartiQLInsert',
  UPDATE: 'dynamodb:PartiQLUpdate',
  DELETE: 'dynamodb:PartiQLDelete',
};

function unquoted(name: string): string {
  return name.replaceAll('"', '');
}
