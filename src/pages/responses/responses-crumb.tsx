import { usePerson } from '../../deps.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import type { PagePath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';

/** The way back from a page for members. Nothing before somebody has signed in. */
export function ResponsesCrumb({ href }: { readonly href: PagePath }) {
  const { responses } = useMessages('responses', responsesMessages);
  if (!usePerson()) return null;
  return (
    <Link className="responses-crumb" href={href}>
      {responses}
    </Link>
  );
}
