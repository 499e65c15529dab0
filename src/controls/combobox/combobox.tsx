import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { directionIn } from '../../ui/text-direction.ts';
import { inputAria, type Question } from '../question.ts';
import {
  findOptions,
  optionLabelled,
  searchable,
  type ComboboxOption,
  type Found,
} from './find-options.ts';
import { FoundStatus } from './found-status.tsx';
import './combobox.css';

type Props = {
  readonly question: Pick<Question, 'id' | 'name' | 'hint' | 'issue' | 'warning' | 'optional'>;
  /** `undefined` while they load. */
  readonly options: readonly ComboboxOption[] | undefined;
  /** The label of the chosen option, or `''`. */
  readonly chosen: string;
  /** What is typed that is no option. */
  readonly typed: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly onType: (text: string) => void;
};

/** So many that all can be looked through, and few enough to draw between two keys. */
const mostShown = 30;

/**
 * An input with a list of the options that contain what is typed: the combobox of the WAI-ARIA Authoring Practices,
 * with a list that filters and a selection that is made by hand.
 */
export function Combobox({ question, options, chosen, typed, onChoose, onType }: Props) {
  const { id, name } = question;
  const messages = useMessages('options', optionsMessages);
  const all = useMemo(() => options && searchable(options), [options]);
  /** What is typed since the input has the focus; otherwise it shows what is chosen. */
  const [search, setSearch] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const frame = useRef<HTMLDivElement>(null);
  // The list may open below the edge of the window.
  useEffect(() => {
    if (isOpen) frame.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  const text = search ?? typed ?? chosen;
  const found = useMemo<Found>(
    () => findOptions(all ?? [], search ?? typed ?? '', mostShown),
    [all, search, typed],
  );
  const listId = `${id}-list`;
  const optionId = (i: number) => `${id}-option-${i}`;

  function open() {
    setIsOpen(true);
    setActive(-1);
  }

  function close() {
    setIsOpen(false);
    setActive(-1);
  }

  function choose({ value, isFull }: ComboboxOption) {
    if (isFull) return;
    setSearch(undefined);
    onChoose(value);
    close();
  }

  function type(next: string) {
    setSearch(next);
    open();
    const same = optionLabelled(all ?? [], next);
    if (same && !same.isFull) onChoose(same.value);
    else if (next.trim() === '') onChoose('');
    else onType(next);
  }

  function moveTo(next: number) {
    if (!isOpen) setIsOpen(true);
    const { length } = found.shown;
    if (length === 0) return;
    const i = (next + length) % length;
    setActive(i);
    // The list scrolls, the page only if it must.
    document.getElementById(optionId(i))?.scrollIntoView?.({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const option = isOpen ? found.shown[active] : undefined;
    if (event.key === 'ArrowDown') moveTo(isOpen ? active + 1 : 0);
    else if (event.key === 'ArrowUp') moveTo(active < 0 ? -1 : active - 1);
    else if (event.key === 'Enter' && isOpen) {
      if (option) choose(option);
      else close();
    } else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  }

  return (
    <div className="combobox">
      <input
        className="box"
        id={id}
        name={name}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        {...inputAria(question, `${id}-how`)}
        dir={directionIn(text)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onClick={() => isOpen || open()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setSearch(undefined);
          close();
        }}
      />
      <svg className="combobox-arrow" viewBox="0 0 12 12" aria-hidden="true">
        <path d="m2 4 4 4 4-4" />
      </svg>
      <p className="visually-hidden" id={`${id}-how`}>
        {messages.typeToFind}
      </p>
      {/* Not a `datalist`, which can be neither styled nor filtered, nor a `select`, in which nobody can type. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the input keeps the focus */}
      <div
        className="combobox-list"
        id={listId}
        ref={frame}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
        role="listbox"
        aria-labelledby={`${id}-label`}
        hidden={!isOpen || found.count === 0}
        // The input keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen &&
          found.shown.map((option, i) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are pressed in the input
            <div
              key={option.value}
              id={optionId(i)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
              role="option"
              aria-selected={i === active}
              aria-disabled={option.isFull}
              onClick={() => choose(option)}
            >
              <span dir="auto">{option.label}</span>
              {option.note && <span className="combobox-note">{` ${option.note}`}</span>}
            </div>
          ))}
      </div>
      <FoundStatus isOpen={isOpen} all={all?.length} found={found} />
    </div>
  );
}
