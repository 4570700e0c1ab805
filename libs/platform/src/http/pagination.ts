import { DomainError } from '../errors/domain-error';

/** One page of a keyset-paginated list. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

type CursorValue = string | number | boolean | null;

/** Encodes the sort values of the last row as an opaque cursor. `kind` ties it to one list and order. */
export const encodeCursor = (kind: string, values: CursorValue[]): string =>
  Buffer.from(JSON.stringify([kind, ...values])).toString('base64url');

/** What a cursor's values are to the database, so that one written by hand is refused before it gets there. */
export type CursorShape = 'uuid' | 'date' | 'instant' | 'integer' | 'text';

const FITS: Record<CursorShape, (value: CursorValue | undefined) => boolean> = {
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value),
  // A list sorted by a date that may be missing uses PostgreSQL's -infinity for it.
  date: (value) =>
    typeof value === 'string' && (value === '-infinity' || isDate(value, /^\d{4}-\d{2}-\d{2}$/)),
  instant: (value) =>
    typeof value === 'string' && isDate(value, /^\d{4}-\d{2}-\d{2}[T ][\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)$/),
  integer: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  text: (value) => typeof value === 'string' && !value.includes('\0'),
};

/** PostgreSQL writes an offset of whole hours without minutes, which JavaScript does not read. */
const isDate = (value: string, form: RegExp): boolean =>
  form.test(value) && !Number.isNaN(Date.parse(value.replace(/(:[\d.]+[+-]\d{2})$/, '$1:00')));

/** Reads a cursor made for the same list and order, with values of this shape; anything else is `cursor.invalid` (400). */
export function decodeCursor(
  kind: string,
  cursor: string | undefined,
  shape: CursorShape[],
): CursorValue[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const [found, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as CursorValue[];
    if (
      found === kind &&
      values.length === shape.length &&
      shape.every((name, index) => FITS[name](values[index]))
    ) {
      return values;
    }
  } catch {
    // Falls through: a cursor that is no JSON is as wrong as one of another list.
  }
  throw new DomainError({
    code: 'cursor.invalid',
    kind: 'malformed',
    message: 'This page marker does not belong to this list. Start again from the first page.',
  });
}

/** Cuts `limit + 1` fetched rows to a page; the extra row tells whether there is more. */
export function toPage<R, T>(
  rows: R[],
  limit: number,
  map: (row: R) => T,
  cursorOf: (row: R) => string,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(map),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
