import { useDeps } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { saveFile } from '../shell/save-file.ts';

type Props = { readonly parcels: readonly Parcel[]; readonly words: string };

/** Parcels as a file, which another device's outbox can take in. */
export function Download({ parcels, words }: Props) {
  const { outbox } = useDeps();
  const download = () =>
    void outbox.takeOut(parcels).then((file) => saveFile(nameNow(), [file], 'application/json'));
  return (
    <button className="button-second" type="button" onClick={download}>
      {words}
    </button>
  );
}

function nameNow(): string {
  return `formstead-outbox-${new Date().toISOString().slice(0, 10)}.json`;
}
