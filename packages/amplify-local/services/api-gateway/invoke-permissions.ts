import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

type InvokeRequest = { readonly functionArn: string; readonly sourceArn: string };

/** Whether an `AWS::Lambda::Permission` allows this method of the API to invoke this function. */
export function mayInvoke(
  permissions: readonly Resource[],
  { functionArn, sourceArn }: InvokeRequest,
): boolean {
  return permissions.map(readerOf).some((permission) => {
    const name = permission.requiredText('FunctionName');
    return (
      ['lambda:InvokeFunction', 'lambda:*'].includes(permission.requiredText('Action')) &&
      ['apigateway.amazonaws.com', '*'].includes(permission.requiredText('Principal')) &&
      (name === functionArn || functionArn.endsWith(`:function:${name}`)) &&
      arnMatches(permission.text('SourceArn') ?? '*', sourceArn)
    );
  });
}

/** IAM's ArnLike: `*` is any text, also across slashes, and `?` any character. */
function arnMatches(pattern: string, arn: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(arn);
}
