import { isBlankText } from './check-field.ts';
import type { Form } from './define-form.ts';

/** What is wrong with the link that people see after sending. */
export function issuesOfAfter({ after }: Pick<Form, 'after'>): readonly string[] {
  if (after === undefined) return [];
  const { label, href } = after.link ?? {};
  const issues = [
    isBlankText(label) && 'after.link.label is missing or blank: it is what people press.',
    !isWebAddress(href) &&
      `after.link.href: "${href}" has to be a complete address that begins with https://.`,
  ];
  return issues.filter((it) => it !== false);
}

/** Without a name and password before the host, which browsers would send along. */
function isWebAddress(href: unknown): boolean {
  return typeof href === 'string' && /^https:\/\/[^\s/?#@\\]+([/?#]\S*)?$/.test(href);
}
