import type { SignalKind } from '~/api/types';
import classes from './signal-mark.module.css';

interface SignalMarkProps {
  kind: SignalKind;
  size?: number;
}

/** The pencil mark of a signal: a full dot for excellence, an open diamond for growth. Never told by colour alone. */
export function SignalMark({ kind, size = 12 }: SignalMarkProps) {
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} className={classes[kind]} aria-hidden>
      {kind === 'excellence' ? (
        <circle cx="6" cy="6" r="4.6" fill="currentColor" />
      ) : (
        <path
          d="M6 1.2 10.8 6 6 10.8 1.2 6Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** "● 6  ◇ 3" with words for those who listen. */
export function SignalCounts({ excellence, growth }: { excellence: number; growth: number }) {
  if (excellence + growth === 0) return null;
  return (
    <span className={classes.counts}>
      <span title="Excellence signals">
        <SignalMark kind="excellence" size={10} />
        <span aria-hidden>{excellence}</span>
        <span className="visually-hidden">{excellence} excellence signals</span>
      </span>
      <span title="Growth opportunities">
        <SignalMark kind="growth" size={10} />
        <span aria-hidden>{growth}</span>
        <span className="visually-hidden">{growth} growth opportunities</span>
      </span>
    </span>
  );
}
