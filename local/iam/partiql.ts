import type { Action } from './actions.ts';
import { tableArn } from './table-arn.ts';

/** What a PartiQL statement wants to do, and to which table or index (`"T"."I"`). */
export function partiqlAction(statement: string): Action {
  const [, verb = '', table, index] = shape.exec(statement) ?? [];
  const action = actions[verb.split(/\s/)[0]?.toUpperCase() ?? ''];
  // The statement is not shown: it may hold what a person typed.
  if (action === undefined || table === undefined)
    throw new Error('A PartiQL statement was not understood locally.');
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
