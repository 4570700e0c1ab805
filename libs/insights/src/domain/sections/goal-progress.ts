import { capitalise } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Commitment } from '../moments/commitment';
import { afterCue, type Moment } from '../moments/moment';
import { coachBefore, position, type Line } from '../session-view';
import { actionPhrase } from '../text/action-phrase';
import { contentStems } from '../text/content-words';
import { evidenceOf, inMarks, weavable, type Quote } from '../text/quotes';
import type { GoalProgress } from '../types';

const MOST = 3;
const WANTING =
  /\b(?:i(?:'d| would)? (?:really |just |do |actually |definitely )*(?:want|wanna|like|love|need) to|my (?:main |big |real |overall )?(?:goal|aim|hope|dream|intention) (?:is|was|would be) to|i wish i could)\s+/;

/** People, places and feelings are themes; nobody makes progress in their father. */
const NO_AREA =
  /\b(?:home|house|past|future|childhood|family|husband|wife|partner|mother|father|mum|mom|dad|sister|brother|daughter|son|children|kids|parents|friends?|manager|boss|team|colleagues|company|shame|guilt|fear|relief|pride|grief|sadness|anger|loneliness|joy)$/;

interface Area {
  name: string;
  stems: Set<string>;
  /** Indices of the lines where the area is spoken of. */
  lines: number[];
  goal: Moment | null;
  wins: Moment[];
  barriers: Moment[];
  setbacks: Moment[];
  steps: Commitment[];
}

function areas(found: Findings): Area[] {
  const { view, naming } = found;
  const list: Area[] = [];
  const blank = { wins: [], barriers: [], setbacks: [], steps: [] };
  for (const goal of found.goals) {
    const spoken = afterCue(goal, WANTING);
    const phrase = spoken === null ? null : actionPhrase(spoken, naming, 9);
    if (!phrase || position(view, goal.line) > 0.7) continue;
    const stems = contentStems(phrase.phrase);
    if (stems.size === 0 || list.some((area) => [...stems].some((stem) => area.stems.has(stem)))) continue;
    list.push({ name: phrase.phrase, stems, lines: [goal.line.index], goal, ...structuredCloneEmpty(blank) });
    if (list.length >= 2) break;
  }
  for (const theme of found.themes) {
    const client = theme.lines.filter((index) => view.lines[index]?.coach === false);
    if (client.length < 2 || !theme.topical || NO_AREA.test(theme.phrase)) continue;
    const related = list.find((area) => [...theme.stems].some((stem) => area.stems.has(stem)));
    if (related) {
      related.lines.push(...client);
      continue;
    }
    if (list.length < MOST)
      list.push({
        name: theme.phrase,
        stems: new Set(theme.stems),
        lines: client,
        goal: null,
        ...structuredCloneEmpty(blank),
      });
  }
  return list;
}

function structuredCloneEmpty(lists: Pick<Area, 'wins' | 'barriers' | 'setbacks' | 'steps'>): typeof lists {
  return {
    wins: [...lists.wins],
    barriers: [...lists.barriers],
    setbacks: [...lists.setbacks],
    steps: [...lists.steps],
  };
}

/** The area a line speaks of: by shared words (its own and those of the coach before it), else by nearness. */
function areaOf(found: Findings, list: readonly Area[], line: Line, own: ReadonlySet<string>): Area | null {
  const stems = new Set([...own, ...contentStems(line.text)]);
  const asked = coachBefore(found.view, line);
  const context = asked && line.index - asked.index <= 2 ? contentStems(asked.text) : new Set<string>();
  let best: { area: Area; score: number } | null = null;
  for (const area of list) {
    let score = 0;
    for (const stem of area.stems) score += stems.has(stem) ? 1 : context.has(stem) ? 0.5 : 0;
    score /= Math.max(1, Math.sqrt(area.stems.size));
    const nearest = Math.min(...area.lines.map((index) => Math.abs(index - line.index)));
    if (nearest <= 4) score += 0.25 * (1 - nearest / 5);
    if (score > 0.24 && (!best || score > best.score)) best = { area, score };
  }
  return best?.area ?? null;
}

function levelOf(area: Area): GoalProgress['progressLevel'] {
  const wins = area.wins.length + (area.wins.some((win) => win.strength >= 0.85) ? 0.5 : 0);
  const steps = area.steps.reduce((sum, step) => sum + step.strength, 0);
  if (area.setbacks.length > 0 && area.wins.length === 0 && steps < 0.7) return 'Setback';
  if (wins >= 1.5 && (steps >= 0.5 || wins >= 2.5)) return 'Significant';
  if (wins >= 1 || steps >= 0.75) return 'Moderate';
  return 'Minimal';
}

function describe(found: Findings, area: Area): string {
  const { naming } = found;
  const parts: string[] = [];
  const win = area.wins.find((moment) => weavable(moment.quote.text));
  const setback = area.setbacks.find((moment) => weavable(moment.quote.text));
  const barrier = area.barriers.find((moment) => weavable(moment.quote.text));
  if (win) parts.push(`${naming.Name} reported movement: ${inMarks(win.quote.text)}.`);
  else if (setback) parts.push(`${naming.Name} spoke of a step back: ${inMarks(setback.quote.text)}.`);
  else if (area.goal && weavable(area.goal.quote.text))
    parts.push(`${naming.Name} put the wish into words: ${inMarks(area.goal.quote.text)}.`);
  if (parts.length === 0 && barrier)
    parts.push(`What stands in the way was named: ${inMarks(barrier.quote.text)}.`);
  if (area.steps.length > 0) {
    const phrases = area.steps.slice(0, 2).map((step) => step.phrase);
    const firm = area.steps.some((step) => step.strength >= 0.5);
    const subject =
      parts.length > 0
        ? firm
          ? 'The next step is'
          : 'A possible next step is'
        : firm
          ? `${naming.Possessive} next step is`
          : 'A possible next step is';
    parts.push(`${subject} to ${phrases.join(', and to ')}.`);
  } else if (win ?? barrier) {
    parts.push('No next step was named for it.');
  }
  return parts.join(' ');
}

/** Areas the session moved in: what came of them, what stood in the way, what comes next. */
export function goalProgress(found: Findings): GoalProgress[] {
  const list = areas(found);
  if (list.length === 0) return [];
  const put = (moments: readonly Moment[], least: number, into: 'wins' | 'barriers' | 'setbacks'): void => {
    for (const moment of moments) {
      if (moment.strength < least || !weavable(moment.quote.text)) continue;
      areaOf(found, list, moment.line, contentStems(moment.quote.text))?.[into].push(moment);
    }
  };
  put(found.wins, 0.65, 'wins');
  put(found.struggles, 0.7, 'barriers');
  put(found.setbacks, 0.75, 'setbacks');
  for (const step of found.commitments) {
    if (step.origin === 'coach' && !step.accepted) continue;
    areaOf(found, list, step.line, step.stems)?.steps.push(step);
  }
  return list
    .filter(
      (area) =>
        area.wins.length + area.steps.length > 0 ||
        area.setbacks.length > 0 ||
        (area.goal !== null && area.barriers.length > 0),
    )
    .map((area) => {
      const barriers = distinct(area.barriers).slice(0, 3);
      const quotes: Quote[] = [
        ...(area.goal ? [area.goal.quote] : []),
        ...area.wins.slice(0, 2).map((moment) => moment.quote),
        ...area.setbacks.slice(0, 1).map((moment) => moment.quote),
        ...barriers.map((moment) => moment.quote),
        ...area.steps.slice(0, 2).flatMap((step) => step.quotes.slice(0, 1)),
      ];
      return {
        goalArea: capitalise(area.name),
        progressDescription: describe(found, area),
        progressLevel: levelOf(area),
        barriersIdentified: barriers.map((moment) => inMarks(moment.quote.text)),
        nextSteps: area.steps.slice(0, 3).map((step) => capitalise(step.phrase)),
        ...evidenceOf(quotes),
      };
    })
    .slice(0, MOST);
}

function distinct(moments: readonly Moment[]): Moment[] {
  const seen = new Set<string>();
  return [...moments]
    .sort((a, b) => b.strength - a.strength)
    .filter((moment) => {
      if (seen.has(moment.quote.text)) return false;
      seen.add(moment.quote.text);
      return true;
    });
}
