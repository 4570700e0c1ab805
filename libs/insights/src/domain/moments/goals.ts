import { coachBefore, type SessionView } from '../session-view';
import { findMoments, type Cue, type Moment } from './moment';

const GOALS: readonly Cue[] = [
  [
    0.95,
    /\bmy (?:main |big |real |overall )?(?:goal|aim|dream|intention) (?:is|for (?:today|this)|would be|was) (?:to |that )?/g,
  ],
  [
    0.85,
    /\b(?:i(?:'d| would) like|i was hoping|i(?:'d| would) love) to (?:talk about|focus on|work on|look at|explore|think about|figure out|sort out|get (?:better|clear|past|over|back)|stop|start|learn|be able to|find|change|feel|understand)\b/g,
  ],
  [
    0.7,
    /\bi(?: really| just| do| actually| definitely)* (?:want|wanna) to (?:be able to|stop|start|quit|learn|find|feel|get (?:better|back|over|out|past|my|to)|lose|change|cut|improve|manage|say|spend|finish|leave|stay|lead|live|make|have|keep)\b/g,
  ],
  [
    0.6,
    /\bi(?: really| just| do| definitely)* need to (?:stop|start|quit|learn|find|change|cut|lose|decide|sort|get (?:better|over|out|past))\b|\b(?:i wish i could|would like to be able to)\b/g,
  ],
];
const NOT_A_GOAL =
  /\b(?:don't want|didn't want|wanted to say|want to say that|used to want|i want you|want to be (?:really )?clear|needed to|want to (?:know|ask you|tell you)|at the time|when i was|(?:do|be|have) (?:that|this|it)|make sure|don't (?:really )?know)\b/;

/** What the client wants, in the words they used; wishes told in answer to the coach's asking for them weigh more. */
export function findGoals(view: SessionView): Moment[] {
  return findMoments(view.clientContent, GOALS, NOT_A_GOAL).map((moment) => {
    const asked = coachBefore(view, moment.line);
    const invited = asked !== null && WISHES.test(asked.lower);
    const early = moment.line.index < view.lines.length * 0.35;
    return {
      ...moment,
      strength: Math.min(1, moment.strength + (invited ? 0.15 : 0) + (early ? 0.08 : -0.05)),
    };
  });
}

const WISHES =
  /\b(?:would you like|do you want|are you hoping|would be (?:different|a good)|get out of|focus on|bring|matters|where would you like|if this (?:coaching|session)|went well|goal|what else)\b/;
