import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

type Wanted = { readonly functionArn: string; readonly sourceArn: string };

/** Whether some `AWS::Lambda::Permission` lets this method of the API run this function. */
export function mayInvoke(
  permissions: readonly Resource[],
  { functionArn, sourceArn }: Wanted,
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
