import { decodeCursor } from '@app/platform';

/** Reads the place of a list ordered by an instant and an id. */
export function readPlace(kind: string, cursor: string | undefined): { position: string; id: string } | null {
  const values = decodeCursor(kind, cursor, ['instant', 'uuid']);
  return values ? { position: String(values[0]), id: String(values[1]) } : null;
}
