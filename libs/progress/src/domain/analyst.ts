import type { CodedSession } from '@app/utterance-coding';
import { findLoopMoments } from './loops/find-moments';
import { observe } from './observe';
import { trackSteps } from './track-steps';
import type { LoopPlace, LoopReport, ProgressReport, SpokenStep } from './types';
import { holds } from './verify';

/** Versions of the rules; with the coder's version they tell what made a finding. */
export const PROGRESS_VERSION = 'progress-1';
export const LOOP_VERSION = 'loops-1';

/** Reads a coded session for the client's moments and steps. Every quote has been checked against its utterance. */
export abstract class ProgressAnalyst {
  abstract analyse(session: CodedSession, steps: readonly SpokenStep[]): Promise<ProgressReport>;
}

/** Reads a coded session for the moments of recurring loops. Which of them recur is seen over all sessions. */
export abstract class LoopAnalyst {
  abstract analyse(session: CodedSession): Promise<LoopReport>;
}

/** Rules on coded utterances: no network, no key. */
export class OnDeviceProgressAnalyst extends ProgressAnalyst {
  analyse(session: CodedSession, steps: readonly SpokenStep[]): Promise<ProgressReport> {
    const observations = observe(session);
    const items = trackSteps(session, steps);
    const kept = observations.filter((observation) => holds(session, observation));
    const tracked = items.filter((item) => holds(session, item));
    return Promise.resolve({
      observations: kept,
      actionItems: tracked,
      dropped: observations.length - kept.length + items.length - tracked.length,
      analyst: 'on_device',
      analystVersion: `${PROGRESS_VERSION}+${session.coderVersion}`,
    });
  }
}

export class OnDeviceLoopAnalyst extends LoopAnalyst {
  analyse(session: CodedSession): Promise<LoopReport> {
    const found = findLoopMoments(session);
    const stands = (place: LoopPlace | null): boolean =>
      place === null ||
      holds(session, { utterances: [place.utterance], quote: place.quote, quoteUtterance: place.utterance });
    const moments = found.filter(
      ({ response, trigger, consequence }) => stands(response) && stands(trigger) && stands(consequence),
    );
    return Promise.resolve({
      moments,
      dropped: found.length - moments.length,
      analystVersion: `${LOOP_VERSION}+${session.coderVersion}`,
    });
  }
}
