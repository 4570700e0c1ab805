import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateStances, type StanceFigures } from '@app/progress';
import { evaluateShift, type ShiftDialogue, type ShiftLabel } from '@app/shift-analysis';
import {
  codeSession,
  crossValidateFolder,
  evaluateAnnomiFile,
  evaluateGoEmotionsFile,
  readShiftTranscript,
  validateGoEmotionsFile,
  type AnnomiEvaluation,
  type CodedSession,
  type FigureDetail,
} from '@app/utterance-coding';

const USAGE = `Usage: npm run evaluate -- [--annomi FILE.csv] [--shift-transcripts DIR --shift-labels FILE.jsonl]
                            [--goemotions FILE.tsv] [--cross-validate [--data DIR]] [--json]

  --annomi FILE            dialogues with AnnoMI-full's columns
  --shift-transcripts DIR  NNN.txt transcripts, with --shift-labels their SHIFT codes
  --goemotions FILE        texts with GoEmotions labels
  --cross-validate         AnnoMI figures by grouped five-fold cross-validation by video on --data (about half an
                           hour); figures on files the shipped weights were trained on say nothing. SHIFT figures asked for
                           at the same time rest on codes of coders that had not seen the dialogue,
                           GoEmotions figures on a model of the folder's train part alone
  --data DIR               data folder as for "npm run train" (default ../shared/data)
  --json                   figures as one JSON object
`;

type ShiftFigures = ReturnType<typeof evaluateShift>;

function measureShift(
  transcripts: string,
  labelsFile: string,
  unseen: ReadonlyMap<string, CodedSession> | null,
): { shift: ShiftFigures; stances: Record<string, StanceFigures> } {
  const labels = readFileSync(labelsFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ShiftLabel);
  const numbers = [...new Set(labels.map(({ transcript }) => transcript))];
  const dialogues = numbers.flatMap((transcript): ShiftDialogue[] => {
    const known = unseen?.get(String(transcript));
    if (known) return [{ transcript, session: known }];
    const file = join(transcripts, `${String(transcript).padStart(3, '0')}.txt`);
    return existsSync(file) ? [{ transcript, session: codeSession(readShiftTranscript(file)) }] : [];
  });
  if (dialogues.length === 0) throw new Error(`No transcript of the labels is in ${transcripts}.`);
  return { shift: evaluateShift(dialogues, labels), stances: evaluateStances(dialogues, labels) };
}

const number = (value: number): string => value.toFixed(3);

function printDetails(title: string, details: Readonly<Record<string, FigureDetail>>): void {
  process.stdout.write(`\n${title}\n`);
  for (const [name, { value, interval, perClass, support }] of Object.entries(details)) {
    process.stdout.write(
      `  ${name.padEnd(34)} ${number(value)}  [${number(interval.low)}, ${number(interval.high)}]\n`,
    );
    for (const [label, f1] of Object.entries(perClass ?? {})) {
      const n = support?.[label];
      process.stdout.write(`    ${label.padEnd(32)} ${number(f1)}${n === undefined ? '' : `  (n = ${n})`}\n`);
    }
  }
}

function printShift(figures: ShiftFigures): void {
  process.stdout.write(`\nSHIFT, ${figures.dialogues} dialogues, ${figures.annotators} annotators\n`);
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value === 'number') process.stdout.write(`  ${name.padEnd(34)} ${number(value)}\n`);
  }
  for (const [code, { precision, recall, f1, n }] of Object.entries(figures.per_code)) {
    process.stdout.write(
      `    ${code.padEnd(32)} precision ${number(precision)}  recall ${number(recall)}  F1 ${number(f1)}  (n = ${n})\n`,
    );
  }
}

function printStances(figures: Record<string, StanceFigures>): void {
  process.stdout.write('\nObservation stances against client flags\n');
  for (const [stance, { precision, recall, f1, n }] of Object.entries(figures)) {
    process.stdout.write(
      `    ${stance.padEnd(32)} precision ${number(precision)}  recall ${number(recall)}  F1 ${number(f1)}  (n = ${n})\n`,
    );
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      annomi: { type: 'string' },
      'shift-transcripts': { type: 'string' },
      'shift-labels': { type: 'string' },
      goemotions: { type: 'string' },
      'cross-validate': { type: 'boolean' },
      data: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const transcripts = values['shift-transcripts'];
  const labels = values['shift-labels'];
  const asked = values.annomi ?? transcripts ?? labels ?? values.goemotions ?? values['cross-validate'];
  if (values.help || asked === undefined) {
    process.stdout.write(USAGE);
    if (!values.help) process.exitCode = 1;
    return;
  }
  if ((transcripts === undefined) !== (labels === undefined)) {
    throw new Error('--shift-transcripts and --shift-labels belong together.');
  }
  const folder = resolve(values.data ?? '../shared/data');
  const output: Record<string, unknown> = {};
  const details: Record<string, unknown> = {};
  let annomi: AnnomiEvaluation | null = null;
  let unseen: ReadonlyMap<string, CodedSession> | null = null;
  if (values['cross-validate']) {
    const validated = crossValidateFolder(folder, (line) => {
      process.stderr.write(`${line}\n`);
    });
    annomi = validated;
    unseen = new Map(validated.coded.map(({ transcriptId, session }) => [transcriptId, session]));
  } else if (values.annomi !== undefined) {
    const { microsecondsPerUtterance, ...evaluation } = evaluateAnnomiFile(resolve(values.annomi));
    annomi = evaluation;
    output['microseconds_per_utterance'] = microsecondsPerUtterance;
  }
  if (annomi) {
    output['annomi'] = annomi.figures;
    details['annomi'] = annomi.details;
    if (!values.json) {
      printDetails(values['cross-validate'] ? 'AnnoMI, cross-validated by video' : 'AnnoMI', annomi.details);
    }
  }
  if (transcripts !== undefined && labels !== undefined) {
    const { shift, stances } = measureShift(resolve(transcripts), resolve(labels), unseen);
    output['shift'] = shift;
    output['observation_stances'] = stances;
    if (!values.json) {
      printShift(shift);
      printStances(stances);
    }
  }
  if (values.goemotions !== undefined) {
    const file = resolve(values.goemotions);
    const goemotions = values['cross-validate']
      ? validateGoEmotionsFile(folder, file)
      : evaluateGoEmotionsFile(file);
    output['goemotions'] = { macro_f1: goemotions.value };
    details['goemotions'] = { macro_f1: goemotions };
    if (!values.json) printDetails('GoEmotions', { macro_f1: goemotions });
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ ...output, details }, null, 2)}\n`);
  else if (typeof output['microseconds_per_utterance'] === 'number') {
    process.stdout.write(`\n${output['microseconds_per_utterance'].toFixed(0)} microseconds per utterance\n`);
  }
}

// `npm run … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}
