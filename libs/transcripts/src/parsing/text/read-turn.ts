import {
  bracketLabel,
  dashLabel,
  headerLine,
  labelPrefix,
  nameTimeText,
  stampLine,
  timeFirstLine,
} from './line-patterns';
import { bareName, type TextLayout } from './text-layout';

export interface FoundTurn {
  /** `undefined` where a turn begins without saying whose it is. */
  label: string | null | undefined;
  text: string;
  start: number | null;
  end: number | null;
  /** Lines after this one that belong to the turn's head. */
  extraLines: number;
}

/** The turn that begins at line `i`, in the way this text marks turns; `null` where none begins. */
export function readTurn(lines: readonly string[], i: number, layout: TextLayout): FoundTurn | null {
  const line = lines[i] ?? '';
  const next = lines[i + 1] ?? '';
  switch (layout.kind) {
    case 'header': {
      const header = headerLine(line);
      if (header && layout.accepts(header.label)) {
        return { label: header.label, text: '', start: header.start, end: header.end, extraLines: 0 };
      }
      // Otter leaves the name out where it knows none.
      const stamp = stampLine(line);
      return stamp ? { label: null, text: '', ...stamp, extraLines: 0 } : null;
    }
    case 'prefix':
      return readPrefix(line, layout);
    case 'dash': {
      const timed = timeFirstLine(line);
      const dash = dashLabel(timed?.rest ?? line);
      if (!dash || !layout.accepts(dash.label)) return readPrefix(line, layout);
      return {
        label: dash.label,
        text: dash.rest,
        start: timed?.start ?? null,
        end: timed?.end ?? null,
        extraLines: 0,
      };
    }
    case 'bracket': {
      const label = bracketLabel(line);
      return label !== null && layout.accepts(label)
        ? { label, text: '', start: null, end: null, extraLines: 0 }
        : null;
    }
    case 'name_line': {
      const label = (lines[i - 1] ?? '') === '' && next !== '' ? bareName(line) : null;
      return label !== null && layout.accepts(label)
        ? { label, text: '', start: null, end: null, extraLines: 0 }
        : null;
    }
    case 'name_stamp': {
      const stamp = stampLine(next);
      const label = stamp ? bareName(line) : null;
      if (stamp && label !== null && layout.accepts(label))
        return { label, text: '', ...stamp, extraLines: 1 };
      const alone = stampLine(line);
      return alone ? { label: undefined, text: '', ...alone, extraLines: 0 } : null;
    }
    case 'stamp_name': {
      const stamp = stampLine(line);
      const label = stamp ? bareName(next) : null;
      if (!stamp) return null;
      const isNamed = label !== null && layout.accepts(label);
      return { label: isNamed ? label : undefined, text: '', ...stamp, extraLines: isNamed ? 1 : 0 };
    }
    case 'time_name': {
      const timed = timeFirstLine(line);
      const label = timed ? bareName(timed.rest) : null;
      if (!timed || label === null || !layout.accepts(label)) return null;
      return { label, text: '', start: timed.start, end: timed.end, extraLines: 0 };
    }
    case 'none':
      return null;
  }
}

function readPrefix(line: string, layout: TextLayout): FoundTurn | null {
  const named = nameTimeText(line);
  if (named && layout.book.accepts(named.label))
    return { label: named.label, text: named.rest, start: named.start, end: named.end, extraLines: 0 };
  const header = headerLine(line);
  if (header && layout.book.count(header.label) >= 2 && layout.book.accepts(header.label)) {
    return { label: header.label, text: '', start: header.start, end: header.end, extraLines: 0 };
  }
  const timed = timeFirstLine(line);
  const prefix = labelPrefix(timed?.rest ?? line);
  if (prefix && layout.book.accepts(prefix.label)) {
    return {
      label: prefix.label,
      text: prefix.rest,
      start: timed?.start ?? null,
      end: timed?.end ?? null,
      extraLines: 0,
    };
  }
  if (timed?.isBracketed)
    return { label: undefined, text: timed.rest, start: timed.start, end: timed.end, extraLines: 0 };
  return null;
}
