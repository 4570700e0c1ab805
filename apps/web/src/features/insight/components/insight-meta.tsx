import type { InsightDetail } from '~/api/types';
import { MachineNote } from '~/components/machine-note';
import { percent, plural } from '~/lib/words';

/** By what, from how much and how surely an insight was made. */
export function InsightMeta({ insight }: { insight: InsightDetail }) {
  const { metadata } = insight;
  if (!metadata) return <MachineNote />;
  return (
    <MachineNote analyst={metadata.ai_provider}>
      {plural(metadata.transcript_word_count, 'word')}
      {metadata.session_duration_minutes !== null &&
        `, ${plural(metadata.session_duration_minutes, 'minute')}`}
      ; version {metadata.model_version}; confidence {percent(metadata.analysis_confidence)}; made in{' '}
      {metadata.processing_time_seconds.toFixed(2)} s.
    </MachineNote>
  );
}
