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

/**
 * Reads a cursor made for the same list and order; anything else is `cursor.invalid` (400). `fits` checks values that
 * the database would refuse to read, for a cursor somebody wrote by hand.
 */
export function decodeCursor(
  kind: string,
  cursor: string | undefined,
  fits: (values: CursorValue[]) => boolean = () => true,
): CursorValue[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const [found, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as CursorValue[];
    if (found === kind && fits(values)) return values;
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
