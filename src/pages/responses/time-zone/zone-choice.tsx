import { memo, useState } from 'react';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { allZones, deviceZone, zoneLabel, type Zone } from './zones.ts';
import './zone-choice.css';

type Props = { readonly zone: Zone; readonly onZone: (zone: Zone) => void };

/** Says in which zone all times and days of the page are, and changes it. */
export function ZoneChoice({ zone, onZone }: Props) {
  const [isNear, setIsNear] = useState(false);
  const come = () => setIsNear(true);
  const { timesIn } = useMessages('table', tableMessages);
  return (
    <label className="zone-choice">
      <span>{timesIn}</span>
      <select
        className="box"
        dir="ltr"
        translate="no"
        value={zone}
        onFocus={come}
        onPointerDown={come}
        onChange={({ target }) => onZone(target.value)}
      >
        <ZoneOptions chosen={zone} areAll={isNear} />
      </select>
    </label>
  );
}

type OptionsProps = { readonly chosen: Zone; readonly areAll: boolean };

/** All of them, which are four hundred, only once somebody is about to choose. */
const ZoneOptions = memo(function ZoneOptions({ chosen, areAll }: OptionsProps) {
  const { ofDevice } = useMessages('table', tableMessages);
  const device = deviceZone();
  const zones = new Set([device, ...(areAll ? allZones() : []), chosen]);
  return [...zones].map((it) => (
    <option key={it} value={it}>
      {it === device ? ofDevice(zoneLabel(it)) : zoneLabel(it)}
    </option>
  ));
});
