/** The folder of the app that every stage and every field shows; nothing in the scripts that prove one thing. */
export function builtOnce(): string | undefined {
  return process.env['FORMSTEAD_BUILT'];
}
