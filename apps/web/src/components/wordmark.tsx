import classes from './wordmark.module.css';

/** The product's name as it is set everywhere: a loop drawn with one stroke, then the word. */
export function Wordmark() {
  return (
    <span className={classes.mark}>
      <svg viewBox="0 0 26 20" width="26" height="20" aria-hidden>
        <path
          d="M1.5 15.5c0-4.5 3.2-8 7.2-8s5.5 3.2 5.5 6-2 5-4.4 5-4.3-2-4.3-4.8C5.5 8 11.8 2.3 24.5 3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      JourneyLoop
    </span>
  );
}
