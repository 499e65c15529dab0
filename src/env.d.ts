interface ImportMetaEnv {
  /** From package.json: `tools/vite/version-plugin.ts`. */
  readonly FORMSTEAD_VERSION: string;
  /** The commit that was built, `''` if unknown. */
  readonly FORMSTEAD_COMMIT: string;
}
