/** A refusal in AWS's words: thrown, and written out where the call came in. */
export type AwsFailure = Error & { readonly code: string };

export function failWith(code: string, message: string): never {
  throw Object.assign(new Error(message), { code });
}

export function isAwsFailure(thrown: unknown): thrown is AwsFailure {
  return thrown instanceof Error && 'code' in thrown && /^[A-Z]/.test(String(thrown.code));
}
