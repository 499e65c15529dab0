import './logo.css';

/** A house whose door is a check mark. */
export function Logo() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true">
      <path className="mark-house" d="M32 4 60 27v33H4V27Z" />
      <path className="mark-door" d="M18.5 38.5 31.5 57 47.5 30" />
    </svg>
  );
}
