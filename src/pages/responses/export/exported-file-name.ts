type FileDetails = {
  readonly form: string;
  /** Of what part of the responses, if not of the whole ones. */
  readonly part?: string | undefined;
  readonly ending: string;
  /** Whether responses are left out: nobody should take the file for all of them. */
  readonly isFiltered: boolean;
  readonly at: Date;
};

/** `pwausers-responses-2026-11-21T0941.csv`: in UTC, so that files sort by creation time. */
export function fileName({ form, part, ending, isFiltered, at }: FileDetails): string {
  const time = at.toISOString().slice(0, 16).replace(':', '');
  const of = part === undefined ? form : `${form}-${part.replaceAll('/', '-')}`;
  return `${of}-responses-${time}${isFiltered ? '-filtered' : ''}.${ending}`;
}
