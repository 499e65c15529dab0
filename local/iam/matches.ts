/**
 * Whether an IAM pattern fits a whole value: `*` stands for any characters, also none and also
 * `:` and `/`; `?` for exactly one. Never looks back further than the last star.
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
      // Let the last star stand for one character more and try again behind it.
      starSeen += 1;
      seen = starSeen;
      at = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
