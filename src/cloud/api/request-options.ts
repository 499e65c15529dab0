/** What a request to the API may have beside its path. */
export type RequestOptions = {
  /** The username whose token it must be; `nobody` for this device, without an account. Anybody's, if left out. */
  readonly as?: string;
  /** The token of the personal link with which it was made. */
  readonly invitation?: string | undefined;
  readonly query?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};
