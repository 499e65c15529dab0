import { Link } from 'wouter';
import type { Form } from '#core/form.ts';

/** Said to who is no owner, whether the token or the API says so. */
export function NotForYou({ form }: { readonly form: Form }) {
  return (
    <div className="empty">
      <p>
        Only the owners of this form can read what everybody has sent. You are signed in, but not as
        one of them.
      </p>
      <Link className="button" href={`/${form.id}/entries`}>
        See my entries
      </Link>
    </div>
  );
}
