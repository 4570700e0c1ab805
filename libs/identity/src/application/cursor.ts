import { decodeCursor } from '@app/platform';

const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}(?::?\d{2})?)$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the place of a list ordered by an instant and an id. */
export function readPlace(kind: string, cursor: string | undefined): { position: string; id: string } | null {
  const values = decodeCursor(
    kind,
    cursor,
    ([position, id]) =>
      typeof position === 'string' &&
      INSTANT.test(position) &&
      !Number.isNaN(Date.parse(position.slice(0, 10))) &&
      typeof id === 'string' &&
      UUID.test(id),
  );
  return values ? { position: String(values[0]), id: String(values[1]) } : null;
}
