import { Injectable } from '@nestjs/common';
import {
  ActionItemRepository,
  type LinkKind,
  type MatchableObservation,
  type NewLink,
  ObservationRepository,
  type Report,
} from '../domain/records';
import { deltaOf, LEAST_SIMILARITY, similarity, type Topic, topicOf } from '../domain/text/similarity';
import { termsOf } from '../domain/text/terms';
import { reportSimilarity } from '../domain/track-steps';

export const LINK_KINDS: readonly LinkKind[] = ['goal', 'milestone'];

interface Target {
  id: string;
  topic: Topic;
}

/**
 * Keeps the pairs that matching finds: observation and goal, observation and milestone, step and report. Each pair
 * depends on its two sides only, so a change on one side renews exactly that side's pairs. Works inside an open scope.
 */
@Injectable()
export class Matching {
  constructor(
    private readonly observations: ObservationRepository,
    private readonly actionItems: ActionItemRepository,
  ) {}

  /** Links of a session's observations, or of one, with the client's goals and milestones. */
  async linkObservations(clientId: string, where: { sessionId: string } | { id: string }): Promise<void> {
    const observations = await this.observations.matchable({ clientId, ...where });
    for (const kind of LINK_KINDS) {
      const targets = (await this.observations.topics(kind, clientId)).map(({ id, title, description }) => ({
        id,
        topic: topicOf(title, description),
      }));
      await this.observations.relink(
        kind,
        { observationIds: observations.map(({ id }) => id) },
        linksOf(targets, observations),
      );
    }
  }

  /** Links of one goal or milestone with all the client's observations. */
  async linkTarget(
    kind: LinkKind,
    clientId: string,
    target: { id: string; title: string; description: string | null },
  ): Promise<void> {
    const topic = topicOf(target.title, target.description);
    const observations = await this.observations.matchable({ clientId, terms: [...topic.keys()] });
    await this.observations.relink(
      kind,
      { targetId: target.id },
      linksOf([{ id: target.id, topic }], observations),
    );
  }

  /** What a session's outcomes say of steps of other sessions, and what other sessions say of its steps. */
  async matchSession(clientId: string, sessionId: string): Promise<void> {
    const own = await this.actionItems.terms({ clientId, sessionId });
    const outcomes = await this.observations.matchable({ clientId, sessionId });
    const others = (await this.actionItems.terms({ clientId })).filter(
      (item) => item.sessionId !== sessionId,
    );
    const reports = pairs(others, outcomes);
    const told = await this.actionItems.outcomes({ clientId, terms: own.flatMap(({ terms }) => terms) });
    reports.push(
      ...pairs(
        own,
        told.filter((outcome) => outcome.sessionId !== sessionId),
      ),
    );
    await this.actionItems.setReports(
      { actionItemIds: own.map(({ id }) => id), observationIds: outcomes.map(({ id }) => id) },
      reports,
    );
  }

  async matchActionItem(clientId: string, id: string): Promise<void> {
    const [item] = await this.actionItems.terms({ clientId, id });
    if (!item) return;
    const told = await this.actionItems.outcomes({ clientId, terms: item.terms });
    await this.actionItems.setReports(
      { actionItemIds: [id] },
      pairs(
        [item],
        told.filter(({ sessionId }) => sessionId !== item.sessionId),
      ),
    );
  }

  async matchObservation(clientId: string, id: string): Promise<void> {
    const [observation] = await this.observations.matchable({ clientId, id });
    if (!observation) return;
    const items = (await this.actionItems.terms({ clientId })).filter(
      ({ sessionId }) => sessionId !== observation.sessionId,
    );
    await this.actionItems.setReports({ observationIds: [id] }, pairs(items, [observation]));
  }
}

function linksOf(targets: readonly Target[], observations: readonly MatchableObservation[]): NewLink[] {
  return observations.flatMap((observation) => {
    // What the quoted sentence names is what the moment is about; the rest of a long turn only surrounds it.
    const named = observation.quote === null ? observation.terms : termsOf(observation.quote);
    const around = [...new Set([...observation.terms, ...observation.contextTerms])];
    return targets.flatMap(({ id, topic }): NewLink[] => {
      const similar = similarity(topic, named, around);
      if (similar < LEAST_SIMILARITY) return [];
      const delta = deltaOf(observation, similar);
      return [
        {
          observationId: observation.id,
          targetId: id,
          delta,
          similarity: similar,
          source: 'analyst',
          rejected: false,
        },
      ];
    });
  });
}

function pairs(
  items: readonly { id: string; terms: readonly string[] }[],
  outcomes: readonly MatchableObservation[],
): Report[] {
  return items.flatMap((item) =>
    outcomes.flatMap((outcome): Report[] => {
      const similar = reportSimilarity(item.terms, outcome);
      return similar > 0 ? [{ actionItemId: item.id, observationId: outcome.id, similarity: similar }] : [];
    }),
  );
}
