import { use } from 'react';
import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { bytesText } from '../../../messages/bytes-text.ts';
import { offlineMapsMessages } from '../../../messages/en/offline-maps.ts';
import { LocaleContext, useMessages } from '../../../messages/locale.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { useOfflineMap } from './use-offline-map.ts';

type Props = { readonly streetMap: StreetMap; readonly map: OfflineMap };

/** A part of the street map: kept on this device, or how large it would be. */
export function OfflineMapItem({ streetMap, map }: Props) {
  const messages = useMessages('offlineMaps', offlineMapsMessages);
  const { language } = use(LocaleContext);
  const { status, keep, stop, measure, askToRemove, leave, remove } = useOfflineMap(streetMap, map);
  const name = (language === 'ar' ? map.nameInArabic : undefined) ?? map.name;
  return (
    <>
      <output>
        {status.is === 'measuring' && <p className="hint">{messages.measuring(name)}</p>}
        {status.is === 'absent' && status.because && (
          <p>{status.because === 'removed' ? messages.removed(name) : messages[status.because]}</p>
        )}
        {status.is === 'failed' && <p>{messages.problems[status.problem]}</p>}
        {status.is === 'kept' && <p>{messages.kept(name, bytesText(status.bytes))}</p>}
        {status.is === 'kept' && status.isLeaving && <p>{messages.sure(name)}</p>}
      </output>
      {status.is === 'absent' && (
        <button className="button-second" type="button" onClick={keep}>
          {messages.keep(name, bytesText(status.bytes))}
        </button>
      )}
      {status.is === 'failed' && (
        <button
          className="button-second"
          type="button"
          onClick={status.isMeasured ? keep : measure}
        >
          {messages.tryAgain(name)}
        </button>
      )}
      {status.is === 'loading' && (
        <>
          <label>
            <span>{messages.loading(name, Math.floor(status.part * 100))}</span>
            <progress value={status.part} max={1} />
          </label>
          <button className="button-quiet" type="button" onClick={stop}>
            {messages.stop}
          </button>
        </>
      )}
      {status.is === 'kept' && !status.isLeaving && (
        <DestructiveButton label={messages.remove(name)} isUndoable onPress={askToRemove} />
      )}
      {status.is === 'kept' && status.isLeaving && (
        <div className="actions">
          <button className="button-second" type="button" onClick={leave}>
            {messages.leave}
          </button>
          <DestructiveButton label={messages.removeNow} onPress={remove} />
        </div>
      )}
    </>
  );
}
