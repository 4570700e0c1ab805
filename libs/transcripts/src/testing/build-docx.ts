import { buildZip } from './build-zip';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document; a line feed inside a paragraph becomes a line break, as Teams writes name and words. */
export function buildDocx(paragraphs: readonly string[]): Buffer {
  return docxOfBody(paragraphs.map((text) => `<w:p>${runs(text)}</w:p>`).join(''));
}

/** A Word document whose turns are the rows of a table. */
export function buildTableDocx(rows: readonly (readonly string[])[]): Buffer {
  const body = rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc><w:p>${runs(text)}</w:p></w:tc>`).join('')}</w:tr>`)
    .join('');
  return docxOfBody(`<w:tbl>${body}</w:tbl>`);
}

/** A Word document with the given XML as its body. */
export function docxOfBody(body: string): Buffer {
  return buildZip([
    { name: '[Content_Types].xml', data: Buffer.from('<?xml version="1.0"?><Types/>') },
    {
      name: 'word/document.xml',
      data: Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${NAMESPACE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
      ),
    },
  ]);
}

function runs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
