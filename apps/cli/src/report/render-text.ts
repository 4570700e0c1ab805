import type { BarRow, Block } from './blocks';

export interface TextOptions {
  /** Columns of the terminal. */
  width: number;
  colour: boolean;
}

type Paint = (text: string) => string;
interface Palette {
  strong: Paint;
  quiet: Paint;
  good: Paint;
  grow: Paint;
}

const sgr =
  (code: string): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[0m`;
const same: Paint = (text) => text;

function palette(colour: boolean): Palette {
  return colour
    ? { strong: sgr('1'), quiet: sgr('2'), good: sgr('36'), grow: sgr('33') }
    : { strong: same, quiet: same, good: same, grow: same };
}

/** Columns a text takes: combining marks none, wide East Asian letters and emoji two. */
export function columns(text: string): number {
  let sum = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    sum +=
      /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return sum;
}

/** Wraps a text to `width` columns; a word longer than that stands alone, uncut. */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let used = columns(first);
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const size = columns(word);
    if (!empty && used + 1 + size > width) {
      lines.push(line);
      line = rest + word;
      used = columns(rest) + size;
    } else {
      line += empty ? word : ` ${word}`;
      used += size + (empty ? 0 : 1);
    }
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines;
}

function bars(rows: readonly BarRow[], width: number, paint: Palette): string[] {
  const label = Math.max(...rows.map((row) => columns(row.label)));
  const most = Math.max(1, ...rows.map((row) => row.excellence + row.growth));
  const room = Math.max(6, Math.min(28, width - label - 34));
  const scale = Math.min(1, room / most);
  return rows.map((row) => {
    const good = Math.ceil(row.excellence * scale);
    const grow = Math.ceil(row.growth * scale);
    const bar =
      paint.good('\u2588'.repeat(good)) +
      paint.grow('\u2591'.repeat(grow)) +
      ' '.repeat(Math.max(0, room + 1 - good - grow));
    const words =
      row.excellence + row.growth === 0
        ? paint.quiet('no clear moment')
        : `${String(row.excellence)} done well, ${String(row.growth)} to grow`;
    return `  ${row.label}${' '.repeat(label - columns(row.label))}  ${bar} ${words}`;
  });
}

/** The report for a terminal: wrapped to its width, quiet colours only where asked for. */
export function renderText(blocks: readonly Block[], options: TextOptions): string {
  const paint = palette(options.colour);
  const width = Math.max(40, Math.min(88, options.width)) - 2;
  const out: string[] = [];
  const gap = (): void => {
    if (out.length > 0 && out.at(-1) !== '') out.push('');
  };
  let previous: Block['kind'] | null = null;
  for (const block of blocks) {
    switch (block.kind) {
      case 'title':
        out.push(
          '',
          ...wrap(block.text, width, '  ').map(paint.strong),
          ...wrap(block.facts.join(' \u00b7 '), width, '  ').map(paint.quiet),
        );
        break;
      case 'heading':
        gap();
        out.push(
          ...wrap(block.text, width, '  ').map(paint.strong),
          paint.quiet(`  ${'\u2500'.repeat(Math.min(width - 2, columns(block.text)))}`),
        );
        break;
      case 'subheading':
        if (previous !== 'heading') gap();
        out.push(
          ...wrap(`${block.text}${block.note ? ` (${block.note})` : ''}`, width, '  ').map(paint.strong),
        );
        break;
      case 'paragraph':
        out.push(...wrap(block.text, width, '  ').map(block.quiet ? paint.quiet : same));
        break;
      case 'quote':
        if (previous === 'paragraph' && out.length > 0) gap();
        out.push(...wrap(`\u201c${block.text}\u201d  ${block.source}`, width, '  \u2502 ').map(paint.quiet));
        break;
      case 'fact':
        out.push(
          ...wrap(`${block.label}: ${block.text}`, width, '  ', '    ').map((line, i) =>
            i === 0 ? line.replace(`${block.label}:`, paint.good(`${block.label}:`)) : line,
          ),
        );
        break;
      case 'item':
        if (previous === 'fact' || previous === 'quote') gap();
        out.push(...wrap(`${block.text}${block.note ? ` (${block.note})` : ''}`, width, '  \u2022 ', '    '));
        break;
      case 'bars':
        out.push(...bars(block.rows, width, paint));
        if (block.rows.length > 0) out.push('');
        break;
    }
    previous = block.kind;
  }
  return `${out.join('\n')}\n\n`;
}
