import type { InsightDetail } from '~/api/types';
import classes from './insight.module.css';

/** The session in a paragraph, its themes, and its quality with what that follows from. */
export function InsightSummary({ insight }: { insight: InsightDetail }) {
  return (
    <>
      <h2 className="visually-hidden">Summary</h2>
      <p className={classes.summary}>{insight.session_summary}</p>
      {insight.key_themes.length > 0 && (
        <p className={classes.themes}>Themes: {insight.key_themes.join(' · ')}</p>
      )}
      {insight.overall_session_quality && (
        <div className={classes.quality}>
          <p>
            Quality of the session: <strong>{insight.overall_session_quality}</strong>
          </p>
          {insight.quality_basis.length > 0 && (
            <ul>
              {insight.quality_basis.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
