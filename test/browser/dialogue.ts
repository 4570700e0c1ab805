/** A session as a WebVTT file, written for these tests: enough for signals of both kinds and a full insight. */
const lines: [speaker: 'Maren Holt' | 'Ines Duarte', text: string][] = [
  ['Maren Holt', 'Good to see you, Ines. What would make this hour worth it for you?'],
  [
    'Ines Duarte',
    'Um, I want to talk about my team. I have been dreading Mondays and I feel ashamed of that.',
  ],
  ['Maren Holt', 'There is dread, and shame on top of it. What is it like to say that?'],
  ['Ines Duarte', "Honestly? I'm scared. I'm scared they can tell that I don't want to be there any more."],
  [
    'Maren Holt',
    'Have you thought about moving the meeting? You should put it on Tuesdays and send an agenda before.',
  ],
  ['Ines Duarte', "Maybe. I don't know, the day isn't really the problem."],
  [
    'Maren Holt',
    'On the one hand you want to be a leader they can trust, and on the other you hide how you feel from them. How do those fit together?',
  ],
  ['Ines Duarte', "They don't. I never saw that before. I realise I'm asking them for honesty I don't give."],
  ['Maren Holt', 'That sounds like something important just came up for you.'],
  ['Ines Duarte', 'Yes. It is a relief to see it, actually. I feel lighter than an hour ago.'],
  ['Maren Holt', 'What would you like to do with it this week?'],
  ['Ines Duarte', "I will tell Jonas on Thursday that I've been struggling, before the planning round."],
  [
    'Maren Holt',
    'So on Thursday, before planning, you will tell Jonas. How confident are you, from one to ten?',
  ],
  ['Ines Duarte', "Eight. Nine if I write it down first, so I'll write it down tomorrow."],
  ['Maren Holt', "It's your choice how you begin. I look forward to hearing about it."],
  ['Ines Duarte', 'Thank you. That was what I needed.'],
];

const stamp = (seconds: number) =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;

export const SESSION_VTT = `WEBVTT\n\n${lines
  .map(([speaker, text], index) => {
    const start = index * 14;
    return `${index + 1}\n${stamp(start)} --> ${stamp(start + 11)}\n${speaker}: ${text}\n`;
  })
  .join('\n')}`;

/** The same without names that tell who is who. */
export const UNNAMED_TEXT = lines
  .map(([speaker, text]) => `${speaker === 'Maren Holt' ? 'Speaker 1' : 'Speaker 2'}: ${text}`)
  .join('\n');

export const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** The first bytes of a picture. */
export const PICTURE = {
  name: 'whiteboard.png',
  mimeType: 'image/png',
  buffer: Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ]),
};

/** The same conversation over and over, numbered: `count` utterances of a very long session. */
export function longText(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const [speaker, text] = lines[index % lines.length] ?? ['Maren Holt', 'Go on.'];
    return `${speaker}: ${text} (${index + 1})`;
  }).join('\n');
}
