import type { SpeakerType, UtteranceCodeName } from '@app/utterance-coding';
import { findMoments } from '../find-moments';
import { countedMoments } from '../select';
import { viewSession } from '../session-view';
import { sessionOf } from '../testing/sessions';
import type { ScriptLine } from '../testing/sessions';

type Said = readonly [text: string, ...codes: UtteranceCodeName[]];
const line = (speaker: SpeakerType, [text, ...codes]: Said): ScriptLine => [speaker, text, ...codes];

/** Codes that count for one exchange in the middle of a session. */
function codesFor(
  client: Said,
  coach: Said,
  after: Said = ['Yes, that is how it is for me at the moment.'],
): string[] {
  const view = viewSession(
    sessionOf([
      ['coach', 'We talked about the shop last time.'],
      ['client', 'We did, and about the opening hours.'],
      line('coach', ['Mm-hmm.']),
      line('client', client),
      line('coach', coach),
      line('client', after),
    ]),
  );
  return countedMoments(view, findMoments(view)).map((found) => found.code);
}

describe('rules read a move in its context', () => {
  it.each<[string, Said, Said]>([
    [
      'S+label_feeling',
      ['I lie awake and go over the order book.', 'struggle'],
      ['You sound worried about the order book.', 'reflection_complex'],
    ],
    [
      'S+label_feeling',
      ['I was proud of the window.', 'emotion'],
      ['Proud of the window.', 'reflection_simple'],
    ],
    ['S+ask_emotion', ['Then the supplier laughed at me.'], ['How did that feel?', 'question_open']],
    [
      'S+mirroring',
      ["I've got the shop and the twins and my dad.", 'struggle'],
      ["That's such a lot to carry.", 'affirmation'],
    ],
    [
      'S-task_switch',
      ["I'm so ashamed of the books that I cried.", 'emotion'],
      ['How many items do you sell a week?', 'question_closed'],
    ],
    [
      'S-avoidance',
      ['I feel lonely in there all day.', 'emotion'],
      ['Well, everybody gets that, and at least you have customers.', 'information'],
    ],
    ['H+invite_decision', ['I could do it two ways.'], ['What would you like to do?', 'question_open']],
    ['H+agency', ['I am not sure.'], ['It is up to you whether we look at it today.', 'permission']],
    ['H+curiosity', ['I stopped opening on Mondays.'], ['What made you stop?', 'question_open']],
    [
      'H-preemptive_advice',
      ['The mornings are slow.', 'struggle'],
      ['Have you thought about hiring somebody for the mornings?', 'advice'],
    ],
    ['H-directed', ['The mornings are slow.', 'struggle'], ['You should close in the mornings.', 'advice']],
    [
      'I+tension',
      ['I want to sell it but I hate the thought.', 'ambivalence'],
      ['Part of you wants to sell and part of you hates the thought.', 'reflection_complex'],
    ],
    [
      'I-reassure',
      ["I don't know if I can keep it going.", 'struggle'],
      ["You'll be absolutely fine.", 'affirmation'],
    ],
    [
      'F+driver',
      ['My mother ran it before me.', 'struggle'],
      ['Keeping what your mother ran is really important to you.', 'reflection_complex'],
    ],
    [
      'T+elicit',
      ['I want to change the hours.', 'change_talk'],
      ["What's one small step you could take this week?", 'question_open'],
    ],
    [
      'T+measurable',
      ['I could ring the bank.', 'commitment'],
      ['On a scale of zero to ten, how likely is that?', 'question_closed'],
    ],
    [
      'T+reflect_decision',
      ["I'll ring the bank on Friday.", 'commitment'],
      ["So you'll ring the bank on Friday.", 'reflection_simple'],
    ],
    [
      'T-coach_defined',
      ['It is a mess.', 'struggle'],
      ["I'd like you to make a list of all suppliers.", 'advice'],
    ],
  ])('%s is found', (code, client, coach) => {
    expect(codesFor(client, coach)).toContain(code);
  });

  it.each<[string, string, Said, Said]>([
    [
      'S+label_feeling',
      'the feeling is the coach’s',
      ['The parcel is late.'],
      ["I'm worried about the parcel myself.", 'information'],
    ],
    [
      'S+label_feeling',
      'it only asks for facts',
      ['The parcel is late.'],
      ['Is there anything stressful about the parcel?', 'question_closed'],
    ],
    [
      'S+label_feeling',
      'it is conditional',
      ['The parcel is late.'],
      ['If you are worried, the parcel can be tracked.', 'information'],
    ],
    [
      'S-task_switch',
      'the feeling is taken up',
      ["I'm so ashamed that I cried.", 'emotion'],
      ['What time was that? It sounds as if the shame went deep.', 'question_closed'],
    ],
    [
      'S-task_switch',
      'no feeling was voiced',
      ['The shop opens at nine.'],
      ['How many items do you sell a week?', 'question_closed'],
    ],
    [
      'H-preemptive_advice',
      'the client asked for it',
      ['What would you suggest for the mornings?'],
      ['You could try closing on Mondays.', 'advice'],
    ],
    [
      'H-preemptive_advice',
      'leave was asked',
      ['The mornings are slow.'],
      ['Would it be okay if I shared an idea? You could try closing on Mondays.', 'advice'],
    ],
    [
      'H-directed',
      'it reports the client’s own words',
      ['I think I should close.'],
      ['You feel you should close in the mornings.', 'reflection_simple'],
    ],
    [
      'H-directed',
      'it takes a lapse back',
      ['Okay.'],
      ['Sorry, I jumped in there and told you what you should do.', 'affirmation'],
    ],
    [
      'H+curiosity',
      'it is loaded',
      ['I bought a second van.'],
      ["Why would you do that, don't you know what it costs?", 'question_open'],
    ],
    [
      'I+tension',
      'the other hand is the coach’s own',
      ['I want a second van.'],
      ['On the other hand I am concerned about the cost you carry.', 'information'],
    ],
    [
      'I-reassure',
      'there was no doubt to soothe',
      ['The van is blue.'],
      ["You'll be absolutely fine.", 'affirmation'],
    ],
    [
      'T+reflect_decision',
      'it is a condition',
      ['Maybe the bank.'],
      ["If you've decided on the bank, tell them.", 'information'],
    ],
    [
      'T-coach_defined',
      'it only informs',
      ['Okay.'],
      ['I want you to know that the rooms are free.', 'information'],
    ],
  ])('%s is not found when %s', (code, _, client, coach) => {
    expect(codesFor(client, coach)).not.toContain(code);
  });

  it('does not blame a question the client then answers with the feeling named by the coach', () => {
    expect(
      codesFor(
        ['The party was last night.'],
        ['You must be over the moon.', 'reflection_complex'],
        ['I feel sick about it, to be honest.', 'emotion'],
      ),
    ).not.toContain('S+label_feeling');
  });

  it('joins a both-sides reflection that was split by a nod', () => {
    const view = viewSession(
      sessionOf([
        ['client', 'I like the shop but it eats my weekends.', 'ambivalence'],
        ['coach', 'So on the one hand you like the shop', 'reflection_complex'],
        ['client', 'Mm-hmm.'],
        ['coach', 'and on the other hand your weekends are gone.', 'reflection_complex'],
        ['client', 'That is it.'],
      ]),
    );
    const found = countedMoments(view, findMoments(view)).filter((moment) => moment.code === 'I+tension');
    expect(found).toHaveLength(1);
    expect([found[0]?.move.seq, found[0]?.moreMoves.map((part) => part.seq)]).toEqual([4, [2]]);
  });
});
