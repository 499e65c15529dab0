import { useState } from 'react';
import { canonicalJson } from '#core/canonical-json.ts';
import type { Form } from '#core/form.ts';
import type { Told } from '../cloud/told.ts';
import { useDeps } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Notice } from '../shell/notice.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { answerInWords } from './answer-in-words.ts';

type Props = {
  readonly form: Form;
  readonly parcel: Parcel;
  /** The entry as another device has made it. */
  readonly theirs: Told;
  readonly discard: () => Promise<void>;
};

/** Two devices have changed one entry: both versions, field by field, and the person chooses. */
export function Conflict({ form, parcel, theirs, discard }: Props) {
  const { outbox } = useDeps();
  const words = useWords('sent', sent);
  const mine = parcel.answers ?? {};
  const other: Readonly<Record<string, unknown>> = theirs.answers;
  const [fromOther, setFromOther] = useState<ReadonlySet<string>>(new Set());
  const differing = Object.entries(form.fields).filter(
    ([name]) => canonicalJson(mine[name]) !== canonicalJson(other[name]),
  );

  function choose(name: string, isOther: boolean): void {
    const next = new Set(fromOther);
    if (isOther) next.add(name);
    else next.delete(name);
    setFromOther(next);
  }

  async function save() {
    const chosen = Object.keys(form.fields).flatMap((name) => {
      const from = fromOther.has(name) ? other : mine;
      return Object.hasOwn(from, name) ? [[name, from[name]] as const] : [];
    });
    const entry = { id: parcel.entry, version: theirs.version };
    await outbox.revise(form, entry, { id: parcel.id, answers: Object.fromEntries(chosen) });
  }

  return (
    <div className="attention">
      <Notice tone="attention" heading={words.changedElsewhere}>
        {words.choose}
      </Notice>
      {differing.map(([name, field]) => (
        <fieldset key={name} className="conflict">
          <legend className="label">{field.label}</legend>
          {[false, true].map((isOther) => (
            <label key={String(isOther)} className="option">
              <input
                type="radio"
                name={`${parcel.id}-${name}`}
                checked={fromOther.has(name) === isOther}
                onChange={() => choose(name, isOther)}
              />
              <span>
                <span className="hint">{isOther ? words.onOther : words.typedHere}</span>
                <span>{answerInWords(field, (isOther ? other : mine)[name]) || words.nothing}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="actions">
        <button className="button" type="button" onClick={() => void save()}>
          {words.save}
        </button>
        <button className="button-quiet" type="button" onClick={() => void discard()}>
          {words.leaveIt}
        </button>
      </div>
    </div>
  );
}
