export interface PdfText {
  text: string;
  x: number;
  y: number;
}

export interface PdfOptions {
  /** Adds a security handler that no password opens. */
  encrypted?: boolean;
}

const LINE_HEIGHT = 16;

/** A PDF with one page per list of lines, set from the top margin down; an empty line leaves a gap. */
export function buildPdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Buffer {
  return pdfOfRuns(
    pages.map((lines) =>
      lines.map((text, i) => ({ text, x: 72, y: 720 - i * LINE_HEIGHT })).filter(({ text }) => text !== ''),
    ),
    options,
  );
}

/** A PDF with text at given places; a page without any draws a grey box, as a scan would. */
export function pdfOfRuns(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [i, runs] of pages.entries()) {
    const content =
      runs.length === 0
        ? '0.8 g 72 72 400 600 re f'
        : runs
            .map(({ text, x, y }) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${escapePdf(text)}) Tj ET`)
            .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  if (options.encrypted) {
    const key = '00'.repeat(32);
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`);
  }
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = options.encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, (c) => `\\${c}`);
}
