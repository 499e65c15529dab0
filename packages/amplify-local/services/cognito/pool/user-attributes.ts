import { refuse } from './cognito-failure.ts';
import type { Pool } from './user-pool.ts';
import type { AttributeRule, ClientSettings } from './pool-settings.ts';
import type { Attributes, Person } from './pool-state.ts';

/** Refuses attributes that the app client may not write or the schema does not allow. */
export function checkWritable(
  pool: Pool,
  client: ClientSettings,
  attributes: readonly [name: string, value: string][],
): void {
  for (const [name, value] of attributes) {
    checkValue(pool, name, value);
    const isWritable = client.writeAttributes?.includes(name) ?? true;
    if (!isWritable || name.endsWith('_verified'))
      refuse('NotAuthorizedException', 'A client attempted to write unauthorized attribute');
  }
}

/** Refuses a name or value that the schema does not allow. */
export function checkValue(pool: Pool, name: string, value: string): void {
  const rule = ruleOf(pool, name);
  const problem = problemWith(rule, value);
  if (problem) nonconforming(name, problem);
}

/** Refuses a change to an immutable attribute. */
export function checkMutable(pool: Pool, names: readonly string[]): void {
  for (const name of names)
    if (!ruleOf(pool, name).mutable)
      refuse('InvalidParameterException', `user.${name}: Attribute cannot be updated.`);
}

/** The names of required attributes that are not set. */
export function missingAttributes(pool: Pool, attributes: Attributes): string[] {
  return pool.settings.attributes
    .filter(({ name, required }) => required && !attributes[name])
    .map(({ name }) => name);
}

export function checkComplete(pool: Pool, attributes: Attributes): void {
  const [missing] = missingAttributes(pool, attributes);
  if (missing) nonconforming(missing, 'The attribute is required');
}

/** The attributes of a person that the app client may read. */
export function readableAttributes(
  pool: Pool,
  client: ClientSettings,
  person: Person,
): [name: string, value: string][] {
  const known = pool.settings.attributes.map(({ name }) => name);
  const isReadable = (name: string) =>
    known.includes(name) && (client.readAttributes?.includes(name) ?? true);
  return Object.entries(person.attributes).filter(([name]) => isReadable(name));
}

/** As the API sends them: `[{ Name, Value }]`, with the `sub` first. */
export function attributesOnTheWire(
  sub: string,
  attributes: readonly [string, string][],
): object[] {
  return [['sub', sub] as const, ...attributes].map(([Name, Value]) => ({ Name, Value }));
}

function ruleOf(pool: Pool, name: string): AttributeRule {
  return (
    pool.settings.attributes.find((rule) => rule.name === name) ??
    refuse('InvalidParameterException', `Type for attribute {${name}} could not be determined`)
  );
}

function problemWith(rule: AttributeRule, value: string): string | undefined {
  const { type, least = -Infinity, most = Infinity } = rule;
  const size = type === 'Number' ? Number(value) : value.length;
  if (type === 'Boolean' && !/^(true|false)$/.test(value)) return 'Attribute must be a boolean';
  if (type === 'Number' && !/^-?\d+(\.\d+)?$/.test(value)) return 'Attribute must be a number';
  if (type === 'Number' && size < least) return `Number must be no less than ${least}`;
  if (type === 'Number' && size > most) return `Number must be no greater than ${most}`;
  if (type === 'String' && size < least) return `String must be at least ${least} characters long`;
  if (type === 'String' && size > most) return `String must be no longer than ${most} characters`;
  return undefined;
}

function nonconforming(name: string, problem: string): never {
  refuse(
    'InvalidParameterException',
    `Attributes did not conform to the schema: ${name}: ${problem}`,
  );
}
