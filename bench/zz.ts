import { mkdtempSync } from 'node:fs';
import { measureAppSize } from './app-size.ts';
const m = await measureAppSize(mkdtempSync('/tmp/size-'));
const b = (await import('./budgets.json', { with: { type: 'json' } })).default as any;
for (const [k, v] of Object.entries(m) as any) console.log(k, v.value.toFixed(3), b[k]);
