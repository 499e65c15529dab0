import type { ComponentType } from 'react';
import type { Control, ControlNamed } from '#core/form/field.ts';
import { Nothing } from '../ui/lazy-part.tsx';
import { Checkbox } from './checkbox/control.tsx';
import { Choice } from './choice/control.tsx';
import { Choices } from './choices/control.tsx';
import { Input } from './input/control.tsx';
import type { Question } from './question.ts';
import { TextArea } from './textarea/control.tsx';

/** The components of the controls that most forms have, which are in the first load. The others: further-controls.tsx. */
export const firstControls = {
  input: Input,
  textarea: TextArea,
  choice: Choice,
  choices: Choices,
  checkbox: Checkbox,
  hidden: Nothing,
} satisfies { readonly [Is in Control['is']]?: ComponentType<Question<ControlNamed<Is>>> };
