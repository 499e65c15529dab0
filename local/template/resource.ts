/** A template's properties once every intrinsic in them has been resolved to plain JSON. */
export type Properties = { readonly [name: string]: unknown };

/** One resource of the synthesized backend, as CloudFormation would have made it. */
export type Resource = {
  /** Unique in the whole backend: nested stack and logical id, such as `api/Api7F2C`. */
  readonly path: string;
  /** `AWS::DynamoDB::Table`. */
  readonly type: string;
  /** What `Ref` gives: the physical id, the same at every start. */
  readonly id: string;
  readonly properties: Properties;
};
