interface ImportMetaEnv {
  /** As in package.json: `tools/vite/version.ts`. */
  readonly FORMSTEAD_VERSION: string;
  /** Which commit was built, `''` where nobody knows. */
  readonly FORMSTEAD_COMMIT: string;
}
