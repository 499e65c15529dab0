import { extensionsOf, type FileType } from '#core/files/file-types.ts';
import type { ControlNamed } from '#core/form/field.ts';
import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';
import { acceptOf } from './accept-of.ts';
import { FileList } from './file-list.tsx';
import { FileStatuses } from './file-statuses.tsx';
import { PickButton } from './pick-button.tsx';
import { useFiles } from './use-files.ts';
import { usePostponedSubmit } from './use-postponed-submit.ts';
import './control.css';

/** Files are chosen, listed and removed. */
export default function Files(question: Question<ControlNamed<'file'>>) {
  const { control, controlValue, onControlValue } = question;
  const { types, largest, most } = control;
  const messages = useMessages('files', filesMessages);
  const files = useFiles({ limits: control, controlValue, onControlValue });
  usePostponedSubmit({ isAdding: files.adding !== undefined, id: question.id, ...files });
  return (
    <Grouped question={question}>
      <p className="hint">{messages.accepts(typesText(types), bytesText(largest))}</p>
      <FileList {...files} />
      <FileStatuses statuses={files.statuses} limits={control} />
      <PickButton
        question={question}
        label={messages.chooseFiles(most > 1)}
        accept={acceptOf(types)}
        isMultiple={most > 1}
        onPick={(picked) => void files.add(picked)}
      />
    </Grouped>
  );
}

/** `PDF, JPG` */
function typesText(types: readonly FileType[]): string {
  return types.map((type) => extensionsOf(type)[0].toUpperCase()).join(', ');
}
