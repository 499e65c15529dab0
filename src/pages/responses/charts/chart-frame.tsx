import { useRef, useState } from 'react';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { Elements } from '../../../ui/elements.ts';
import { saveFile } from '../../../ui/save-file.ts';

type Props = {
  /** What the picture is called, without the ending. */
  readonly name: string;
  readonly label: string;
  readonly children: Elements;
};

/** A chart, which can be saved as a picture. Nothing, if the question has none. */
export function ChartFrame({ name, label, children }: Props) {
  const messages = useMessages('table', tableMessages);
  const frame = useRef<HTMLDivElement>(null);
  const [hasFailed, setHasFailed] = useState(false);

  async function save() {
    setHasFailed(false);
    try {
      const { paintElement } = await import('./paint-element.ts');
      const figure = frame.current?.querySelector('figure');
      const canvas = figure && paintElement(figure);
      const picture = await new Promise<Blob | null>((resolve) =>
        canvas ? canvas.toBlob(resolve, 'image/png') : resolve(null),
      );
      if (picture) saveFile(`${name}.png`, [picture], 'image/png');
      setHasFailed(!picture);
    } catch {
      setHasFailed(true);
    }
  }

  return (
    <div className="chart-frame" ref={frame}>
      {children}
      <button
        className="button-quiet"
        type="button"
        aria-label={messages.savePictureOf(label)}
        onClick={() => void save()}
      >
        {messages.savePicture}
      </button>
      <output className="hint">{hasFailed && <span>{messages.noPicture}</span>}</output>
    </div>
  );
}
