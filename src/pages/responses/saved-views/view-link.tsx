import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { withQuery, type PagePath } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { CopyText } from '../copy-text.tsx';
import type { SavedView } from '../settings/responses-settings.ts';

/** What is shown now, and how another view is shown. */
export type ShownView = {
  /** The page's path. */
  readonly path: PagePath;
  /** Of what is shown now. */
  readonly query: string;
  /** Shows what a query says. */
  readonly onQuery: (query: string) => void;
};

type Props = { readonly view: SavedView; readonly shown: ShownView };

/** Shows a view, or copies its address. */
export function ViewLink({ view: { name, query }, shown }: Props) {
  const messages = useMessages('table', tableMessages);
  const { copyLink, copyByHand } = useMessages('responses', responsesMessages);
  const address = query ? withQuery(shown.path, query) : shown.path;
  return (
    <>
      <Link
        href={address}
        replace
        aria-current={query === shown.query ? 'page' : undefined}
        onClick={() => shown.onQuery(query)}
      >
        <bdi>{name}</bdi>
      </Link>
      <CopyText
        text={window.location.origin + address}
        label={copyLink}
        name={messages.copyLinkToView(name)}
        byHand={copyByHand}
        className="button-quiet"
      />
    </>
  );
}
