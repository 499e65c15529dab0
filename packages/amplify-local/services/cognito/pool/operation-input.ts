import { refuse } from './cognito-failure.ts';

/** The JSON object a client sent, not validated yet. */
export type Input = Readonly<Record<string, unknown>>;

/** A required text. */
export function textIn(input: Input, field: string): string {
  return optionalTextIn(input, field) ?? missing(field);
}

export function optionalTextIn(input: Input, field: string): string | undefined {
  const value = ownField(input, field);
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : wrongType(field);
}

/** `AuthParameters`, `ChallengeResponses`: texts by name. */
export function textsIn(input: Input, field: string): Input {
  const value = ownField(input, field) ?? missing(field);
  return isObject(value) ? value : wrongType(field);
}

/** A required text among them, with Cognito's message if it is missing. */
export function parameterIn(parameters: Input, name: string): string {
  return (
    optionalTextIn(parameters, name) ??
    refuse('InvalidParameterException', `Missing required parameter ${name}`)
  );
}

export function textListIn(input: Input, field: string): string[] {
  return listIn(input, field).map((item) => (typeof item === 'string' ? item : wrongType(field)));
}

/** `[{ Name: 'email', Value: 'ada@example.com' }]` as name and value pairs. */
export function attributesIn(input: Input, field: string): [name: string, value: string][] {
  return listIn(input, field).map((item) => {
    if (!isObject(item)) return wrongType(field);
    return [textIn(item, 'Name'), optionalTextIn(item, 'Value') ?? ''];
  });
}

export function isObject(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(input: Input, field: string): readonly unknown[] {
  const value = ownField(input, field) ?? [];
  return Array.isArray(value) ? value : wrongType(field);
}

function ownField(input: Input, field: string): unknown {
  return Object.hasOwn(input, field) ? input[field] : undefined;
}

function missing(field: string): never {
  const name = field.charAt(0).toLowerCase() + field.slice(1);
  return refuse(
    'InvalidParameterException',
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

function wrongType(field: string): never {
  return refuse('SerializationException', `${field} is not of the expected type.`);
}
