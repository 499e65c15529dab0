import { useState } from 'react';
import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { offlineMapsMessages } from '../../../messages/en/offline-maps.ts';
import { useMessages } from '../../../messages/locale.ts';
import { OfflineMapItem } from './offline-map-item.tsx';
import './offline-maps.css';

type Props = { readonly streetMap: StreetMap; readonly maps: readonly OfflineMap[] };

/** The parts of the street map that can be kept on this device. Their sizes are found out once somebody looks. */
export default function OfflineMaps({ streetMap, maps }: Props) {
  const messages = useMessages('offlineMaps', offlineMapsMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="offline-maps" onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>{messages.heading}</summary>
      {isOpen && (
        <ul>
          {maps.map((map) => (
            <li key={map.name}>
              <OfflineMapItem streetMap={streetMap} map={map} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
