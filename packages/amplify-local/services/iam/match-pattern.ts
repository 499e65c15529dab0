/**
 * Whether an IAM pattern matches a whole value: `*` matches any characters, also none and also
 * `:` and `/`; `?` matches exactly one. It never backtracks further than to the last star.
 */
export function matches(pattern: string, value: string): boolean {
  let at = 0;
  let seen = 0;
  let star = -1;
  let starSeen = 0;
  while (seen < value.length) {
    if (pattern[at] === '*') {
      star = at;
      starSeen = seen;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === value[seen]) {
      at += 1;
      seen += 1;
    } else if (star >= 0) {
      // Let the last star match one more character and try again behind it.
      starSeen += 1;
      seen = starSeen;
      at = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
