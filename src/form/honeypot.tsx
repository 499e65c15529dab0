type Props = { readonly onFill: () => void };

/**
 * A field that nobody sees or reaches: a program that fills in whatever it finds gives itself away, and its entry is
 * put on hold. Not `display: none`, which programs look for. Its name attracts them, and is nothing that browsers fill
 * in by themselves; password managers are asked to leave it alone.
 */
export function Honeypot({ onFill }: Props) {
  return (
    <div className="visually-hidden" aria-hidden="true">
      <input
        name="website"
        dir="ltr"
        tabIndex={-1}
        autoComplete="off"
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
        onChange={onFill}
      />
    </div>
  );
}
