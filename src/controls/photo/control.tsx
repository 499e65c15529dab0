import type { ControlNamed } from '#core/form/field.ts';
import { ok } from '#core/values/result.ts';
import { photoName } from '../../files/photo/photo-name.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { FileList } from '../file/file-list.tsx';
import { FileStatuses } from '../file/file-statuses.tsx';
import { PickButton } from '../file/pick-button.tsx';
import { useFiles } from '../file/use-files.ts';
import { Grouped } from '../question-layout.tsx';
import type { Question } from '../question.ts';
import '../file/control.css';
import { usePostponedSubmit } from '../file/use-postponed-submit.ts';

/** What can be made a smaller JPEG of. HEIC only where the browser can draw it. */
const accept = 'image/jpeg,image/png,image/webp,image/heic';

/** Photos are taken or chosen, shown and removed. */
export default function Photo(question: Question<ControlNamed<'photo'>>) {
  const { control, controlValue, onControlValue } = question;
  const { longestEdge, largest, keep, most } = control;
  const messages = useMessages('files', filesMessages);
  const files = useFiles({
    limits: control,
    controlValue,
    onControlValue,
    async prepare(file) {
      const { preparePhoto } = await import('../../files/photo/prepare-photo.ts');
      const prepared = await preparePhoto(file, { longestEdge, largest, keep });
      if (!prepared.ok) return prepared;
      return ok(new File([prepared.value], photoName(file.name), { type: prepared.value.type }));
    },
  });
  usePostponedSubmit({ isAdding: files.adding !== undefined, id: question.id, ...files });
  const shared = { question, accept, onPick: (picked: readonly File[]) => void files.add(picked) };
  return (
    <Grouped question={question}>
      {most > 1 && <p className="hint">{messages.upTo(most)}</p>}
      <FileList {...files} />
      <FileStatuses statuses={files.statuses} limits={control} />
      <div className="file-buttons">
        <PickButton {...shared} label={messages.takePhoto} isMultiple={false} takes />
        <PickButton
          {...shared}
          part="chosen"
          label={messages.choosePhotos(most > 1)}
          isMultiple={most > 1}
        />
      </div>
    </Grouped>
  );
}
