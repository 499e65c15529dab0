import { useEffect, useRef, useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { tidyLine } from '#core/values/tidy-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { LocalPicture } from '../../ui/local-files/local-picture.tsx';
import { useFiles } from '../file/use-files.ts';
import { usePostponedSubmit } from '../file/use-postponed-submit.ts';
import { FileStatuses } from '../file/file-statuses.tsx';
import { Grouped } from '../question-layout.tsx';
import { inputAria, type Question } from '../question.ts';
import { clear, drawName, height, pictureOf, width } from './signature-canvas.ts';
import { useStrokes } from './use-strokes.ts';
import './control.css';

/** A signature is drawn, or its name is typed: either becomes a picture. */
export default function Signature(question: Question<ControlNamed<'signature'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const messages = useMessages('files', filesMessages);
  const files = useFiles({ limits: control, controlValue, onControlValue });
  const canvas = useRef<HTMLCanvasElement>(null);
  const [typed, setTyped] = useState('');
  /** The picture on the canvas is the answer, or is about to be. */
  const [isDrawing, setIsDrawing] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  const newest = useRef(0);
  usePostponedSubmit({ isAdding: isKeeping, id, ...files });

  // Paper, in dark colours too: it is what the picture will be.
  useEffect(() => {
    if (canvas.current) clear(canvas.current);
  }, []);

  async function keep(): Promise<void> {
    if (!canvas.current) return;
    const turn = (newest.current += 1);
    setIsKeeping(true);
    const picture = await pictureOf(canvas.current);
    // Something has been drawn since.
    const isNewest = () => turn === newest.current;
    if (picture && isNewest()) await files.replaceWith(picture, isNewest);
    if (isNewest()) setIsKeeping(false);
  }

  function keepNothing(): void {
    newest.current += 1;
    setIsKeeping(false);
    onControlValue([]);
  }

  const strokes = useStrokes(canvas, {
    onBegin() {
      if (!isDrawing && canvas.current) clear(canvas.current);
      setIsDrawing(true);
      setTyped('');
    },
    onEnd: () => void keep(),
  });

  function type(text: string): void {
    setTyped(text);
    setIsDrawing(true);
    if (!canvas.current) return;
    drawName(canvas.current, tidyLine(text));
    if (tidyLine(text) === '') keepNothing();
    else void keep();
  }

  function signAgain(): void {
    setTyped('');
    setIsDrawing(true);
    if (canvas.current) clear(canvas.current);
    keepNothing();
  }

  const [file] = files.chosen;
  const isStored = file !== undefined && !isDrawing;
  return (
    <Grouped question={question}>
      <div className="signature">
        <canvas
          className="signature-canvas"
          ref={canvas}
          width={width}
          height={height}
          aria-hidden="true"
          {...strokes}
        />
        {isStored && (
          <div className="signature-stored">
            <LocalPicture file={{ ...file, name: messages.signature }} />
          </div>
        )}
      </div>
      <p className="hint">{messages.sign}</p>
      <label className="part-label" htmlFor={id}>
        {messages.typeName}
      </label>
      <input
        className="box"
        id={id}
        name={name}
        dir="auto"
        autoComplete="name"
        maxLength={80}
        {...inputAria(question)}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <FileStatuses statuses={files.statuses} limits={control} />
      {file && (
        <button className="button-second" type="button" onClick={signAgain}>
          {messages.signAgain}
        </button>
      )}
    </Grouped>
  );
}
