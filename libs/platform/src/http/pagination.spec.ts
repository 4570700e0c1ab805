import { decodeCursor, encodeCursor, toPage } from './pagination';

const ID = '0f4b2f0e-6d2b-4f5e-9a75-0a6b1f3c2d4e';

describe('cursors', () => {
  it.each([
    ['a date and an id', ['date', 'uuid'], ['2026-03-24', ID]],
    ['a missing date', ['date', 'uuid'], ['-infinity', ID]],
    ['an instant as PostgreSQL writes it', ['instant', 'uuid'], ['2026-03-24 10:11:12.123456+00', ID]],
    ['an instant with another offset', ['instant', 'uuid'], ['2026-03-24 10:11:12-03:30', ID]],
    ['an instant as JavaScript writes it', ['instant', 'uuid'], ['2026-03-24T10:11:12.123Z', ID]],
    ['a number', ['integer'], [7]],
    ['a text', ['text'], ['Zoë']],
  ] as const)('read back %s', (_name, shape, values) => {
    expect(decodeCursor('list', encodeCursor('list', [...values]), [...shape])).toEqual(values);
  });

  it.each([
    ['another list', encodeCursor('other', ['2026-03-24', ID])],
    ['no date', encodeCursor('list', ['2026-13-41', ID])],
    ['no id', encodeCursor('list', ['2026-03-24', 'x'])],
    ['too few values', encodeCursor('list', ['2026-03-24'])],
    ['no JSON', 'AAAA'],
  ])('refuse %s', (_name, cursor) => {
    expect(() => decodeCursor('list', cursor, ['date', 'uuid'])).toThrow(
      expect.objectContaining({ code: 'cursor.invalid' }),
    );
  });

  it('mean the first page when empty', () => {
    expect(decodeCursor('list', undefined, ['date'])).toBeNull();
    expect(decodeCursor('list', '', ['date'])).toBeNull();
  });
});

describe('toPage', () => {
  it('shows as many as asked for and says whether there is more', () => {
    const page = (rows: number[]) => toPage(rows, 2, String, (row) => `after ${row}`);
    expect(page([1, 2, 3])).toEqual({ items: ['1', '2'], nextCursor: 'after 2' });
    expect(page([1, 2])).toEqual({ items: ['1', '2'], nextCursor: null });
    expect(page([])).toEqual({ items: [], nextCursor: null });
  });
});
