import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

let loaded: typeof PdfJs | null = null;

/**
 * pdf.js is published as ES modules only. Node's own `require` loads those; the module loader is fetched from the
 * process, because a test runner replaces `require` by one that cannot.
 */
export function loadPdfJs(): typeof PdfJs {
  if (loaded) return loaded;
  const require = process.getBuiltinModule('node:module').createRequire(__filename);
  // pdf.js looks here for its worker before it tries to start one: the text is read on this very thread.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = require('pdfjs-dist/legacy/build/pdf.worker.mjs');
  loaded = require('pdfjs-dist/legacy/build/pdf.mjs') as typeof PdfJs;
  return loaded;
}
