import { useState, type SyntheticEvent } from 'react';
import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import { directionIn } from '../controls/question.ts';
import type { Elements } from '../elements.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { countActive, noFilter, pickable, unanswered, type Filter } from './filter.ts';

type Props = {
  readonly form: Form;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

/** What somebody searches for, and what they leave out. */
export function FiltersView({ form, filter, onFilter }: Props) {
  const words = useWords('desk', desk);
  const { search, range, answers } = filter;
  const active = countActive(filter);
  const isEmpty = active === 0 && search === '';
  const setEnd = (end: 'from' | 'to', day: string) => {
    const { [end]: _, ...other } = range;
    onFilter({ ...filter, range: day ? { ...other, [end]: day } : other });
  };
  const pick = (name: string, option: string | undefined) => {
    const { [name]: _, ...others } = answers;
    onFilter({ ...filter, answers: option === undefined ? others : { ...others, [name]: option } });
  };
  return (
    <search className="desk-filters" aria-label={words.responses}>
      <Labelled label={words.search}>
        <input
          className="box"
          type="search"
          dir={directionIn(search)}
          autoComplete="off"
          value={search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </Labelled>
      <button
        className="button-quiet"
        type="button"
        aria-disabled={isEmpty}
        // One of its own, because each new filter begins on the first page.
        onClick={() => onFilter({ ...noFilter })}
      >
        {words.clear}
      </button>
      <details className="desk-panel" open={isWide()}>
        <summary>{active > 0 ? words.filtersInUse(active) : words.filters}</summary>
        <div className="desk-grid">
          {(['from', 'to'] as const).map((end) => (
            <Labelled key={end} label={words[end]}>
              <DayBox
                min={end === 'to' ? range.from : undefined}
                max={end === 'from' ? range.to : undefined}
                value={range[end] ?? ''}
                onDay={(day) => setEnd(end, day)}
              />
            </Labelled>
          ))}
          {pickable(form, words).map(([name, options]) => (
            <Labelled key={name} label={own(form.fields, name)?.label ?? name}>
              <select
                className="box"
                value={Object.hasOwn(answers, name) ? `=${answers[name]}` : ''}
                onChange={({ target: { value } }) => pick(name, value ? value.slice(1) : undefined)}
              >
                <option value="">{words.all}</option>
                {Object.entries(options).map(([option, called]) => (
                  <option key={option} value={`=${option}`}>
                    {called}
                  </option>
                ))}
                <option value={`=${unanswered}`}>{words.notAnswered}</option>
              </select>
            </Labelled>
          ))}
        </div>
      </details>
    </search>
  );
}

type DayProps = {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly value: string;
  readonly onDay: (day: string) => void;
};

/** What is no day the browser keeps to itself: then nothing is left out by it, which has to be said. */
function DayBox({ onDay, ...box }: DayProps) {
  const { noDay } = useWords('desk', desk);
  const [isHeldBack, setIsHeldBack] = useState(false);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setIsHeldBack(currentTarget.validity.badInput);
  return (
    <>
      <input
        {...box}
        className="box"
        type="date"
        aria-invalid={isHeldBack}
        onChange={(event) => {
          onDay(event.target.value);
          look(event);
        }}
        onBlur={look}
      />
      {/* Always there: a live region is only heard when its words change. */}
      <output className="hint">{isHeldBack && <span>{noDay}</span>}</output>
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: Elements }) {
  return (
    <label className="desk-label">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** On a phone the responses themselves come first. */
function isWide(): boolean {
  return window.matchMedia?.('(min-width: 48rem)').matches ?? true;
}
