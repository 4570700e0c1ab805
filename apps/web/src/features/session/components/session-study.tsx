import { SegmentedControl, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Session, Signal, Utterance } from '~/api/types';
import { ErrorState } from '~/components/error-state';
import { TextSkeleton } from '~/components/skeletons';
import { InsightPanel } from '~/features/insight/components/insight-panel';
import { useShift } from '~/features/shift/api/use-shift';
import { useSignals } from '~/features/shift/api/use-signals';
import { ShiftPanel } from '~/features/shift/components/shift-panel';
import { useSignalFilter } from '~/features/shift/use-signal-filter';
import { Reader } from '~/features/transcripts/reader/reader';
import classes from './session.module.css';
import { useStudy } from './use-study';

type View = 'transcript' | 'shift' | 'insight';
const noSignals: Signal[] = [];

interface SessionStudyProps {
  session: Session;
  utterances: readonly Utterance[];
  running: boolean;
  /** Whether the part of the analysis that makes the signals is done. */
  signalsReady: boolean;
  /** The session's header and whatever is asked or told above the transcript. */
  lead: React.ReactNode;
}

/** Transcript on the left, what was found in it on the right; on a phone, one after the other. */
export function SessionStudy({ session, utterances, running, signalsReady, lead }: SessionStudyProps) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const view: View = asked === 'shift' || asked === 'insight' ? asked : 'transcript';
  const panel = view === 'insight' ? 'insight' : 'shift';
  const setView = useCallback(
    (next: View) =>
      setParams(
        (old) => {
          const changed = new URLSearchParams(old);
          if (next === 'transcript') changed.delete('tab');
          else changed.set('tab', next);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const analysed = session.content_status !== 'none';
  const told = session.content_status === 'completed' || session.content_status === 'failed' || signalsReady;
  const shift = useShift(session.id, told);
  const signals = useSignals(session.id, told);
  const all = signals.data ?? noSignals;
  const { filter, shown, setFilter } = useSignalFilter(all);
  const study = useStudy({ sessionId: session.id, signals: shown, ready: signals.isSuccess, view, setView });

  return (
    <div className={classes.columns} data-view={view}>
      <div className={classes.lead}>{lead}</div>
      <SegmentedControl
        className={classes.phoneTabs}
        fullWidth
        aria-label="What to read"
        value={view}
        onChange={(value) => setView(value as View)}
        data={[
          { value: 'transcript', label: 'Transcript' },
          { value: 'shift', label: 'SHIFT' },
          { value: 'insight', label: 'Insight' },
        ]}
      />
      <section className={classes.transcript} aria-label="Transcript">
        <Reader session={session} utterances={utterances} signals={shown} onPick={study.pick} />
      </section>
      <aside className={classes.panel} aria-label="Findings" tabIndex={-1}>
        <Tabs
          value={panel}
          keepMounted={false}
          className={classes.panelTabs}
          onChange={(value) => setView(value === 'insight' ? 'insight' : 'shift')}
        >
          <Tabs.List className={classes.tabList}>
            <Tabs.Tab value="shift">SHIFT</Tabs.Tab>
            <Tabs.Tab value="insight">Insight</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="shift" pt="md">
            {analysed && (signals.isPending || shift.isPending) && <TextSkeleton lines={8} />}
            {signals.isError && (
              <ErrorState error={signals.error} retry={() => void signals.refetch()} what="The signals" />
            )}
            {running && signals.isSuccess && all.length === 0 && !shift.data && <TextSkeleton lines={8} />}
            {signals.isSuccess && (
              <ShiftPanel
                shift={shift.data ?? null}
                signals={all}
                shown={shown}
                utterances={utterances}
                selected={study.selected}
                editing={study.editing}
                filter={filter}
                onFilter={setFilter}
                actions={study.actions}
                onShowUtterance={study.showUtterance}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="insight" pt="md">
            <InsightPanel session={session} running={running} onShow={study.showUtterance} />
          </Tabs.Panel>
        </Tabs>
      </aside>
      {study.cameFrom && view === 'transcript' && (
        <button type="button" className={classes.back} onClick={study.goBack}>
          <IconArrowLeft size={17} stroke={1.8} aria-hidden />
          Back to {study.cameFrom === 'shift' ? 'the signal' : 'the insight'}
        </button>
      )}
    </div>
  );
}
