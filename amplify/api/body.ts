import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Call } from './call.ts';

/** Bytes. Every shipped form is far below it. */
const maxBytes = 64 * 1024;

/** Deep nesting makes JSON.stringify and every recursive walk overflow the stack. */
const maxDepth = 16;

/** The JSON a call carries, with the cheap refusals before the costly parsing. */
export function readJson({ body, headers }: Call): Result<unknown, Problem> {
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? ''))
    return err({ code: 'not_json' });
  if (Buffer.byteLength(body) > maxBytes) return err({ code: 'too_large' });
  if (depthOf(body) > maxDepth) return err({ code: 'too_deep' });
  try {
    return ok(JSON.parse(body));
  } catch {
    return err({ code: 'malformed' });
  }
}

/** How deep brackets nest, outside of strings. One pass: a body of nothing but quotation marks is cheap too. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') isInString = !isInString;
    else if (isInString && character === '\\') at += 1;
    else if (isInString) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
