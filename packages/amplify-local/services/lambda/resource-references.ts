import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

/**
 * Whether a parameter of Parameter Store is one in which Amplify puts the name of a resource, such as a bucket, for
 * a function that may use it. Others could be read by name, which nothing here answers.
 */
export function isReference({ type, properties }: Resource): boolean {
  const isNamedSo = String(properties['Name']).startsWith('/amplify/resource_reference/');
  return type === 'AWS::SSM::Parameter' && isNamedSo;
}

/** The value of the parameter with this name, if the template declares it. */
export function referencedName(path: string, resources: readonly Resource[]): string | undefined {
  const found = resources.find((it) => isReference(it) && it.properties['Name'] === path);
  if (!found) return undefined;
  const parameter = readerOf(found);
  parameter.nothingBut(['Name', 'Tags', 'Type', 'Value']);
  parameter.only('Type', 'String');
  return parameter.requiredText('Value');
}
