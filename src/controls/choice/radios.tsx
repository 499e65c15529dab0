import { Fragment } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { ClearChoice } from '../clear-choice.tsx';
import { OptionPicture } from '../option-picture.tsx';
import { chosenOne, chosenValue, withOtherText } from '../other/chosen-value.ts';
import { OtherText } from '../other/other-text.tsx';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';

export function Radios(question: Question<ControlNamed<'choice'>>) {
  const { id, name, control, controlValue, optional, onControlValue } = question;
  const { text } = chosenValue(controlValue);
  const chosen = chosenOne(controlValue) || control.default;
  const isOther = chosen !== undefined && chosen === control.other;
  return (
    <Grouped question={question} role="radiogroup">
      <div className="options" data-pictures={control.pictures && ''}>
        {control.options.map(([value, optionLabel], i) => (
          <Fragment key={value}>
            <label className="option">
              <input
                type="radio"
                // A link from an issue leads to the text that is missing.
                id={i === 0 && !isOther ? id : `${id}-${i}`}
                name={name}
                value={value}
                disabled={question.full?.includes(value)}
                checked={chosen === value}
                onChange={() => onControlValue(withOtherText(value, text))}
              />
              {control.pictures && <OptionPicture pictures={control.pictures} value={value} />}
              <span>{optionLabel}</span>
            </label>
            {isOther && value === control.other && <OtherText question={question} id={id} />}
          </Fragment>
        ))}
      </div>
      {optional && Boolean(chosen) && (
        <ClearChoice onClear={() => onControlValue(withOtherText('', text))} />
      )}
    </Grouped>
  );
}
