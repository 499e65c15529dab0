/** Run before benchmarks against other projects, whose packages are not part of the main install. */
import { existsSync } from 'node:fs';

if (!existsSync(new URL('node_modules', import.meta.url))) {
  console.error('The peers to measure against are not installed. Run: npm ci --prefix bench');
  process.exit(1);
}
