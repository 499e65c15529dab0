import type { Resource } from './resource.ts';

/** Stops the start, naming what the template asks for and the local cloud cannot do. */
export function refuse(
  resource: Resource,
  property: string,
  reason = 'is not something the local cloud can do',
): never {
  throw new Error(`${resource.path} (${resource.type}): ${property} ${reason}.`);
}

/** Refuses every property that is not on the list, so that nothing is ignored in silence. */
export function onlyProperties(resource: Resource, known: readonly string[]): void {
  for (const [name, value] of Object.entries(resource.properties))
    if (value !== undefined && !known.includes(name)) refuse(resource, name);
}

/** A property's own properties, read and refused like those of a resource. */
export function part(resource: Resource, name: string): Resource {
  return { ...resource, type: `${resource.type} ${name}`, properties: record(resource, name) };
}

/** Each thing in a list of properties; an absent list is empty. */
export function parts(resource: Resource, name: string): readonly Resource[] {
  return list(resource, name).map((_, index, things) =>
    part({ ...resource, properties: Object.fromEntries(things.entries()) }, String(index)),
  );
}

/** An absent object is empty. */
export function record(resource: Resource, name: string): { readonly [key: string]: unknown } {
  const value = resource.properties[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) refuse(resource, name, 'is not an object');
  return value as { readonly [key: string]: unknown };
}

/** An absent list is empty. */
export function list(resource: Resource, name: string): readonly unknown[] {
  const value = resource.properties[name] ?? [];
  if (!Array.isArray(value)) refuse(resource, name, 'is not a list');
  return value;
}

export function text(resource: Resource, name: string, otherwise?: string): string {
  const value = resource.properties[name] ?? otherwise;
  if (typeof value !== 'string') refuse(resource, name, 'is not text');
  return value;
}

/** Templates write numbers as text, too. */
export function number(resource: Resource, name: string, otherwise?: number): number {
  const value = Number(resource.properties[name] ?? otherwise);
  if (!Number.isFinite(value)) refuse(resource, name, 'is not a number');
  return value;
}
