import type { Moment } from '../rules/moment';
import type { Line, SessionView } from '../session-view';
import { taxonomyEntry } from '../taxonomy';
import { sentences } from '../text/plain';
import type { ShiftSignal } from '../types';
import { slotsOf } from './slots';
import type { FilledSlots, Slots } from './slots';
import { FEEDBACK_TEXTS } from './texts';

/** Sentences already said in a session, so that none is said twice. */
export type Said = Set<string>;

/** A small stable hash (FNV-1a): the same moment always gets the same wording. */
function stableNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Fills a template; `null` when a slot has no value. */
export function fill(template: string, slots: Slots): string | null {
  let missing = false;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined || value === '') missing = true;
    return value ?? '';
  });
  if (missing) return null;
  // A question quoted at the end of a sentence closes it; a second mark would be one too many.
  return text.replace(/\?”[.,]/g, '?”');
}

const normal = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();

/** A template reduced to its own words: two findings should not share a skeleton either, if that can be helped. */
const skeleton = (template: string): string => `~${normal(template.replace(/\{\w+\}/g, ''))}`;

function specificity(template: string): number {
  return /\{(?:said|matter|felt|answer|step|measure|promise|move|you|sideA|early|yes)\}/.test(template)
    ? 1
    : 0;
}

/**
 * The first wording, in an order that depends on the moment only, whose sentences are all new in this session;
 * wordings with the moment's own words go before general ones.
 */
function choose(templates: readonly string[], slots: Slots, said: Said, seed: number): string | null {
  const start = templates.length === 0 ? 0 : seed % templates.length;
  const rotated = [...templates.slice(start), ...templates.slice(0, start)];
  const ordered = [...rotated].sort((a, b) => specificity(b) - specificity(a));
  for (const allowSkeleton of [false, true]) {
    for (const template of ordered) {
      if (!allowSkeleton && said.has(skeleton(template))) continue;
      const text = fill(template, slots);
      if (text === null) continue;
      const parts = sentences(text).map(normal);
      if (parts.some((part) => said.has(part))) continue;
      parts.forEach((part) => said.add(part));
      said.add(skeleton(template));
      return text;
    }
  }
  return null;
}

/** Better examples keep their order: the one with the client's clause turned round is the best one. */
function chooseBetter(templates: readonly string[], slots: Slots, said: Said): string | null {
  for (const repeatSkeleton of [false, true]) {
    for (const template of templates) {
      if (!repeatSkeleton && said.has(skeleton(template))) continue;
      const text = fill(template, slots);
      if (text === null || said.has(normal(text))) continue;
      said.add(normal(text));
      said.add(skeleton(template));
      return text;
    }
  }
  return null;
}

/** Growth findings whose point is what the client said; the others show the coach's own words. */
const SHOWS_CLIENT = /^(?:S-|I-|F-|T-no|T-insight)/;

/**
 * Puts a moment into words. `null` when it cannot be said without repeating the session's other findings or without
 * showing broken speech: the caller then leaves the moment out.
 */
export function composeSignal(
  view: SessionView,
  moment: Moment,
  clientName: string | null,
  said: Said,
): ShiftSignal | null {
  const texts = FEEDBACK_TEXTS[moment.code];
  const entry = taxonomyEntry(moment.code);
  if (!texts) return null;
  const filled = slotsOf(view, moment, clientName);
  const seed = stableNumber(`${moment.code}|${moment.move.seq}|${moment.move.text}`);
  const mine: Said = new Set(said);
  const feedback = choose(texts.feedback, filled.slots, mine, seed);
  const whyItMatters = choose(texts.why, filled.slots, mine, seed >>> 7);
  const betterExample = entry.kind === 'growth' ? chooseBetter(texts.better, filled.slots, mine) : null;
  if (!feedback || !whyItMatters || (entry.kind === 'growth' && !betterExample)) return null;
  const shown = quoteOf(moment, filled);
  if (!shown) return null;
  mine.forEach((sentence) => said.add(sentence));
  const usedText = `${feedback} ${whyItMatters} ${betterExample ?? ''}`;
  const cited: Line[] = [
    ...(moment.trigger ? [moment.trigger] : []),
    moment.move,
    ...moment.moreMoves,
    shown.line,
    ...(filled.flipped && filled.slots['you'] && betterExample?.includes(filled.slots['you'])
      ? [filled.flipped]
      : []),
    ...filled.quoted.filter((line) => quotesFrom(usedText, line)),
  ];
  return {
    kind: entry.kind,
    principle: entry.principle,
    pattern: entry.pattern,
    code: entry.code,
    utterances: [...new Set(cited.map((line) => line.seq))].sort((a, b) => a - b),
    quote: shown.quote,
    quoteUtterance: shown.line.seq,
    feedback,
    whyItMatters,
    betterExample,
    certainty: Math.round(moment.certainty * 1000) / 1000,
  };
}

/** Parts of a text that stand in quotation marks. */
export function quotedParts(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1] ?? '');
}

function quotesFrom(text: string, line: Line): boolean {
  return quotedParts(text).some((part) => line.text.includes(part));
}

function quoteOf(moment: Moment, filled: FilledSlots): { quote: string; line: Line } | null {
  if (SHOWS_CLIENT.test(moment.code) && filled.said)
    return { quote: filled.said.text, line: filled.said.line };
  return filled.moveQuote ? { quote: filled.moveQuote, line: moment.move } : null;
}
