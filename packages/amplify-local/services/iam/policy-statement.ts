/** One or several: policy documents may have either. */
type Patterns = string | readonly string[];

/** One statement of a policy in the resolved template. */
export type Statement = {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Patterns;
  readonly NotAction?: Patterns;
  readonly Resource?: Patterns;
  readonly NotResource?: Patterns;
  readonly Condition?: { readonly [operator: string]: unknown };
};
