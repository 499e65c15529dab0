import { formatTime } from '../messages/date-format.ts';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';

// A browser takes long over the first time of day that it writes: now, rather than beside the first key.
formatTime(0);

/** Beside the button: what was typed is safe. Not read out by itself: it would interrupt each minute. */
export default function KeptOnDevice({ at }: { readonly at: number | undefined }) {
  const { keptAt } = useMessages('notices', notices);
  return at === undefined ? null : <span className="hint">{keptAt(formatTime(at))}</span>;
}
