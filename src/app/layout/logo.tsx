import './logo.css';

/** The mark, as in the browser's tab: `public/favicon.svg`. */
export function Logo() {
  return <img className="mark" src="/favicon.svg" alt="" />;
}
