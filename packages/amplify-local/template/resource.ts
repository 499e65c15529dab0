/** A resource's properties, with every intrinsic resolved to plain JSON. */
export type Properties = { readonly [name: string]: unknown };

/** One resource of the synthesized backend, as CloudFormation would create it. */
export type Resource = {
  /** Unique in the whole backend: nested stack and logical id, such as `api/Api7F2C`. */
  readonly path: string;
  /** `AWS::DynamoDB::Table`. */
  readonly type: string;
  /** The physical id, which `Ref` returns. It is the same at every start. */
  readonly id: string;
  readonly properties: Properties;
};
