/** An error with AWS's code and message, thrown anywhere and serialized by the protocol of the request. */
export type AwsFailure = Error & { readonly code: string };

export function failWith(code: string, message: string): never {
  throw Object.assign(new Error(message), { code });
}

export function isAwsFailure(thrown: unknown): thrown is AwsFailure {
  return thrown instanceof Error && 'code' in thrown && /^[A-Z]\w*[a-z]/.test(String(thrown.code));
}

/** Turns anything thrown into an AWS error: an `AwsFailure` is the caller's fault, everything else is ours. */
export function failureFrom(thrown: unknown): { code: string; message: string; status: number } {
  if (isAwsFailure(thrown)) return { code: thrown.code, message: thrown.message, status: 400 };
  return { code: 'InternalFailure', message: String(thrown), status: 500 };
}
