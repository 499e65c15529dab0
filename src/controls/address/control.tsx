import type { AddressPart } from '#core/form/address-part.ts';
import type { ControlNamed } from '#core/form/field.ts';
import { isBlank } from '#core/values/blank.ts';
import { getOwn } from '#core/values/own-property.ts';
import { addressMessages } from '../../messages/en/address.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import { directionIn } from '../../ui/text-direction.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, partsValue, type Question } from '../question.ts';
import '../parts.css';
import './control.css';

/** What the browser fills in: https://html.spec.whatwg.org/#autofill */
const autofill: { readonly [Part in AddressPart]: string } = {
  line1: 'address-line1',
  line2: 'address-line2',
  town: 'address-level2',
  region: 'address-level1',
  postcode: 'postal-code',
  country: 'country-name',
};

type Parts = { readonly [part: string]: string };

/** A box for each part of a postal address. */
export default function Address(question: Question<ControlNamed<'address'>>) {
  const { id, name, control, controlValue, issue, optional, onControlValue } = question;
  const messages = useMessages('address', addressMessages);
  const shared = useMessages('firstLoad', firstLoad);
  const { parts } = control;
  const empty = Object.fromEntries(parts.map((part) => [part.name, '']));
  const typed: Parts = { ...empty, ...partsValue(controlValue) };
  const missing = parts.filter((it) => it.isRequired && isBlank(getOwn(typed, it.name)));
  const wrong = missing.length > 0 ? missing : parts;
  // The list of issues leads to the box that is to be filled in.
  const first = issue ? wrong[0] : parts[0];
  return (
    <Grouped question={question}>
      <div className="address">
        {parts.map((part) => {
          const text = getOwn(typed, part.name) ?? '';
          const partId = part === first ? id : `${id}-${part.name}`;
          return (
            <div key={part.name}>
              <label className="part-label" htmlFor={partId}>
                <span>{messages[part.name]}</span>
                {!part.isRequired && <span>{` ${shared.optional}`}</span>}
              </label>
              <input
                className="box"
                id={partId}
                name={`${name}.${part.name}`}
                dir={directionIn(text)}
                data-short={part.name === 'postcode' ? '' : undefined}
                // A form can ask for two addresses.
                autoComplete={`section-${name} ${autofill[part.name]}`}
                aria-describedby={describedBy(question)}
                aria-invalid={Boolean(issue) && wrong.includes(part)}
                aria-required={!optional && part.isRequired}
                value={text}
                onChange={(event) => onControlValue({ ...typed, [part.name]: event.target.value })}
              />
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}
