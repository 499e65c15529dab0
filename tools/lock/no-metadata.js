/**
 * Binaries for other platforms that the registry did not know when this lock file was written, so that they
 * have no hash. npm installs them unchecked, on their own platform only.
 */
export const noMetadata = [
  '@dynoxide/darwin-arm64@1.2.1',
  '@dynoxide/darwin-x64@1.2.1',
  '@dynoxide/linux-arm64@1.2.1',
  '@dynoxide/win32-x64@1.2.1',
];
