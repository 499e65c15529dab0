import type { Resource } from '../template/resource.ts';

type Wanted = { readonly functionArn: string; readonly sourceArn: string };

/** Whether some `AWS::Lambda::Permission` lets this method of the API run this function. */
export function mayInvoke(
  permissions: readonly Resource[],
  { functionArn, sourceArn }: Wanted,
): boolean {
  return permissions.some(({ properties }) => {
    const { Action, FunctionName, Principal, SourceArn = '*' } = properties;
    return (
      (Action === 'lambda:InvokeFunction' || Action === 'lambda:*') &&
      (Principal === 'apigateway.amazonaws.com' || Principal === '*') &&
      (FunctionName === functionArn || functionArn.endsWith(`:function:${String(FunctionName)}`)) &&
      arnMatches(String(SourceArn), sourceArn)
    );
  });
}

/** IAM's ArnLike: `*` is any text, also across slashes, and `?` any character. */
function arnMatches(pattern: string, arn: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(arn);
}
