import { useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { languageLoaders } from '../../messages/language-loaders.ts';
import type { Language } from '../../messages/languages.ts';
import { paperMessages } from '../../messages/en/paper.ts';
import { LocaleContext, useMessages } from '../../messages/locale.ts';
import type { PagePath } from '../../page-paths.ts';
import type { Elements } from '../../ui/elements.ts';
import { Link } from '../../ui/navigation.ts';
import { PaperContext, usePaperLanguage } from './paper-language.ts';
import type { PicturesToPrint } from './pictures-to-print.ts';
import './print-view.css';

type Props = {
  /** In the language of the page. */
  readonly form: Form;
  readonly back: PagePath;
  /** What is printed, or how far loading it has come. */
  readonly status: string;
  /** Whether everything to print is there. */
  readonly isReady: boolean;
  readonly pictures: PicturesToPrint;
  /** Further buttons. */
  readonly buttons?: Elements;
  /** What is printed. */
  readonly children: Elements;
};

/** What is printed, and above it, on the screen alone, how to print it. */
export function PrintView({ form, back, status, isReady, pictures, buttons, children }: Props) {
  const messages = useMessages('paper', paperMessages);
  const { language, chosen, choose, retry } = usePaperLanguage(form);
  const [isWaiting, setIsWaiting] = useState(false);
  const sheets = useRef<HTMLDivElement>(null);

  async function print() {
    setIsWaiting(true);
    await pictures.settled();
    const drawn = [...(sheets.current?.querySelectorAll('img') ?? [])];
    // One that is broken is printed as nothing.
    await Promise.allSettled(drawn.map((it) => it.decode()));
    setIsWaiting(false);
    window.print();
  }

  return (
    <>
      <div className="print-options">
        <p className="hint">{messages.about}</p>
        <label>
          <span>{messages.language}</span>
          <select
            className="box"
            value={chosen}
            onChange={({ target }) => choose(target.value as Language)}
          >
            {['en', ...Object.keys(languageLoaders)].map((it) => (
              <option key={it} value={it} lang={it}>
                {ownName(it)}
              </option>
            ))}
          </select>
        </label>
        <div className="print-buttons">
          <button
            className="button"
            type="button"
            disabled={!isReady || isWaiting || !language}
            onClick={() => void print()}
          >
            {messages.print}
          </button>
          {buttons}
          <Link className="button-second" href={back}>
            {messages.back}
          </Link>
        </div>
        <output className="hint">{isWaiting ? messages.waitingForPictures : status}</output>
        {retry && (
          <p role="alert">
            <span>{`${messages.languageNotLoaded}. `}</span>
            <button className="button-quiet" type="button" onClick={retry}>
              {messages.tryAgain}
            </button>
          </p>
        )}
      </div>
      {language && (
        <LocaleContext value={language.locale}>
          <PaperContext value={language}>
            <div className="paper" lang={language.lang} dir={language.locale.dir} ref={sheets}>
              {!isReady && <Incomplete />}
              {children}
            </div>
          </PaperContext>
        </LocaleContext>
      )}
    </>
  );
}

/** Of a language: `العربية`. */
function ownName(language: string): string | undefined {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language);
}

/** On paper alone: somebody may print with the browser's own command. */
function Incomplete() {
  const { incomplete } = useMessages('paper', paperMessages);
  return <p className="paper-incomplete">{incomplete}</p>;
}
