/** One or several, as a policy document may write either. */
type Patterns = string | readonly string[];

/** One statement of a policy, as the template has it once resolved. */
export type Statement = {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Patterns;
  readonly NotAction?: Patterns;
  readonly Resource?: Patterns;
  readonly NotResource?: Patterns;
  readonly Condition?: { readonly [operator: string]: unknown };
};
