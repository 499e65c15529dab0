/**
 * Binaries for other platforms of which the registry told nothing where this lock file was written, so that
 * it cannot hold them to a hash. npm takes them as they come, on their own platform only.
 */
export const noMetadata = [
  '@dynoxide/darwin-arm64@1.2.1',
  '@dynoxide/darwin-x64@1.2.1',
  '@dynoxide/linux-arm64@1.2.1',
  '@dynoxide/win32-x64@1.2.1',
];
