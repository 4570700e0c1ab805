import {
  clock,
  dayIn,
  daysBetween,
  fullDay,
  greeting,
  relativeDay,
  relativeInstant,
  zonedInstant,
} from './time';

describe('days in a zone', () => {
  it('gives the calendar day of an instant where the coach is', () => {
    expect(dayIn('2026-03-12T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-13');
    expect(dayIn('2026-03-12T23:30:00Z', 'America/New_York')).toBe('2026-03-12');
  });

  it('counts whole days over a change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  it.each([
    ['2026-05-10', 'Today'],
    ['2026-05-11', 'Tomorrow'],
    ['2026-05-09', 'Yesterday'],
    ['2026-05-16', 'In 6 days'],
    ['2026-05-04', '6 days ago'],
    ['2026-05-17', '17 May'],
    ['2025-05-10', '10 May 2025'],
  ])('calls %s, seen from 10 May 2026, %s', (day, words) => {
    expect(relativeDay(day, '2026-05-10')).toBe(words);
  });
});

describe('instants', () => {
  it('finds the instant of a wall clock, in summer and in winter', () => {
    expect(zonedInstant('2026-07-01', '09:30', 'Europe/Berlin')).toBe('2026-07-01T07:30:00.000Z');
    expect(zonedInstant('2026-12-01', '09:30', 'Europe/Berlin')).toBe('2026-12-01T08:30:00.000Z');
    expect(zonedInstant('2026-07-01', '09:30', 'Asia/Kolkata')).toBe('2026-07-01T04:00:00.000Z');
  });

  it('is right on the days the clocks change', () => {
    expect(zonedInstant('2026-03-29', '04:00', 'Europe/Berlin')).toBe('2026-03-29T02:00:00.000Z');
    expect(zonedInstant('2026-10-25', '01:00', 'Europe/Berlin')).toBe('2026-10-24T23:00:00.000Z');
  });

  it.each([
    ['2026-05-10T11:59:30Z', 'just now'],
    ['2026-05-10T11:20:00Z', '40 minutes ago'],
    ['2026-05-10T11:00:00Z', 'an hour ago'],
    ['2026-05-10T06:00:00Z', '6 hours ago'],
    ['2026-05-09T11:00:00Z', 'Yesterday at 12:00'],
  ])('says of %s: %s', (instant, words) => {
    expect(relativeInstant(instant, 'Europe/London', new Date('2026-05-10T12:00:00Z'))).toBe(words);
  });

  it('greets by the hour of the coach, not of the machine', () => {
    const now = new Date('2026-05-10T10:30:00Z');
    expect(greeting('Europe/London', now)).toBe('Good morning');
    expect(greeting('Asia/Tokyo', now)).toBe('Good evening');
    expect(greeting('Asia/Kolkata', now)).toBe('Good afternoon');
  });
});

describe('fullDay', () => {
  it('names weekday, day, month and year', () => {
    expect(fullDay('2026-03-12')).toBe('Thursday 12 March 2026');
  });
});

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [64.9, '1:04'],
    [3729, '1:02:09'],
  ])('shows %d seconds as %s', (seconds, shown) => {
    expect(clock(seconds)).toBe(shown);
  });
});
