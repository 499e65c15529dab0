import { useDeps } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';

type Props = { readonly parcels: readonly Parcel[]; readonly words: string };

/** Parcels as a file, which another device's outbox can take in. */
export function Download({ parcels, words }: Props) {
  const { outbox } = useDeps();
  const download = () => void outbox.takeOut(parcels).then(save);
  return (
    <button className="button-second" type="button" onClick={download}>
      {words}
    </button>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `formstead-outbox-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // Not at once: the download has only just been asked for.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
