import { useDeps } from '../../deps.ts';
import { useSmallCopy } from '../../ui/use-small-copy.ts';
import { openedUrl } from '../entry/opened-url.ts';

type Props = { readonly form: string; readonly id: string; readonly file: string };

/** The first picture of an entry, beside what the entry is. */
export default function LinePicture({ form, id, file }: Props) {
  const { call } = useDeps();
  const { url, drop } = useSmallCopy(file, async () =>
    openedUrl(await call('openFile', { form, id, file }, { query: '?small=true' })),
  );
  return url === undefined ? null : (
    <img className="line-picture" src={url} alt="" onError={drop} />
  );
}
