/** The folder of the app that is built once for all tests. Undefined in scripts, which build their own. */
export function prebuiltApp(): string | undefined {
  return process.env['FORMSTEAD_BUILT'];
}
