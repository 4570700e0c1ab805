import type { Block } from './blocks';

/** Characters that would turn spoken words into Markdown. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>|~]|^#/g, '\\$&');

/** The report as Markdown, for a note or a message. */
export function renderMarkdown(blocks: readonly Block[]): string {
  const out: string[] = [];
  let inList = false;
  const push = (text: string): void => {
    out.push(text, '');
  };
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'fact' && inList) {
      out.push('');
      inList = false;
    }
    switch (block.kind) {
      case 'title':
        push(`# ${escape(block.text)}`);
        push(`*${escape(block.facts.join(' \u00b7 '))}*`);
        break;
      case 'heading':
        push(`## ${escape(block.text)}`);
        break;
      case 'subheading':
        push(`### ${escape(block.text)}${block.note ? ` (${escape(block.note)})` : ''}`);
        break;
      case 'paragraph':
        push(block.quiet ? `*${escape(block.text)}*` : escape(block.text));
        break;
      case 'quote':
        push(`> \u201c${escape(block.text)}\u201d (${block.source})`);
        break;
      case 'fact':
        out.push(`- **${escape(block.label)}:** ${escape(block.text)}`);
        inList = true;
        break;
      case 'item':
        out.push(`- ${escape(block.text)}${block.note ? ` (${escape(block.note)})` : ''}`);
        inList = true;
        break;
      case 'bars':
        out.push('| Principle | Done well | To grow |', '| --- | ---: | ---: |');
        for (const row of block.rows)
          out.push(`| ${escape(row.label)} | ${String(row.excellence)} | ${String(row.growth)} |`);
        out.push('');
        break;
    }
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
