import { Fragment, useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { OptionPicture } from '../option-picture.tsx';
import { chosenSeveral, chosenValue, withOtherText } from '../other/chosen-value.ts';
import { OtherText } from '../other/other-text.tsx';
import { Grouped } from '../question-layout.tsx';
import { describedBy, type Question } from '../question.ts';

type ChoicesControl = ControlNamed<'choices'>;

/** Loaded only by forms that limit how many options can be chosen. */
const HowMany = lazyPart(() => import('./how-many.tsx'), {
  Waiting: () => <p className="hint line-to-come" />,
  Missing: Nothing,
});

/** Loaded only by forms with many options. */
const OptionSearch = lazyPart(() => import('./option-search.tsx'), {
  Waiting: () => <div className="box-to-come" />,
  Missing: Nothing,
});

/** More are easier to find by typing a part of a label. */
const maxWithoutSearch = 15;

export function Choices(question: Question<ChoicesControl>) {
  const { id, name, control, controlValue, issue, onControlValue } = question;
  const { text } = chosenValue(controlValue);
  const chosen = chosenSeveral(controlValue);
  const isOther = control.other !== undefined && chosen.includes(control.other);
  const { min = 1, max } = control;
  /** Whether an option with this label is searched for; all of them, before anything is. */
  const [isFound, setIsFound] = useState<(label: string) => boolean>();
  const shown = control.options.filter(
    ([value, label]) => !isFound || isFound(label) || chosen.includes(value),
  );
  return (
    <Grouped question={question}>
      {(min > 1 || max !== undefined) && <HowMany control={control} />}
      {control.options.length > maxWithoutSearch && (
        <OptionSearch id={id} options={control.options} onSearch={(it) => setIsFound(() => it)} />
      )}
      <div className="options" data-pictures={control.pictures && ''}>
        {shown.map(([value, optionLabel], i) => (
          <Fragment key={value}>
            <label className="option">
              <input
                type="checkbox"
                id={i === 0 ? id : `${id}-${i}`}
                name={name}
                value={value}
                disabled={question.full?.includes(value)}
                aria-describedby={describedBy(question)}
                aria-invalid={Boolean(issue)}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onControlValue(
                    withOtherText(
                      event.target.checked
                        ? withOption(chosen, value, control)
                        : chosen.filter((it) => it !== value),
                      text,
                    ),
                  )
                }
              />
              {control.pictures && <OptionPicture pictures={control.pictures} value={value} />}
              <span>{optionLabel}</span>
            </label>
            {isOther && value === control.other && (
              <OtherText question={question} id={`${id}-other`} />
            )}
          </Fragment>
        ))}
      </div>
    </Grouped>
  );
}

/** Choosing an exclusive option deselects the others, and the other way round. */
function withOption(
  chosen: readonly string[],
  value: string,
  { exclusive = [] }: ChoicesControl,
): readonly string[] {
  const isExclusive = exclusive.includes(value);
  return [...chosen.filter((it) => !isExclusive && !exclusive.includes(it)), value];
}
