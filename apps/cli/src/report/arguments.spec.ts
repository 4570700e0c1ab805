import { readArguments, UsageError } from './arguments';

describe('readArguments', () => {
  it('reads a file with options before and after it', () => {
    expect(readArguments(['--coach', 'Jo Blake', 'talk.vtt', '--format=json', '--client', 'Nadia'])).toEqual({
      file: 'talk.vtt',
      coach: 'Jo Blake',
      client: 'Nadia',
      format: 'json',
    });
    expect(readArguments(['talk.vtt'])).toEqual({
      file: 'talk.vtt',
      coach: null,
      client: null,
      format: 'text',
    });
  });
  it('takes a file with a leading dash after --', () => {
    expect(readArguments(['--', '-odd.txt'])).toMatchObject({ file: '-odd.txt' });
  });
  it('knows when help is asked for', () => {
    expect(readArguments(['talk.vtt', '--help'])).toBe('help');
  });
  it.each([
    [[]],
    [['a.vtt', 'b.vtt']],
    [['a.vtt', '--format', 'pdf']],
    [['a.vtt', '--coach']],
    [['a.vtt', '--loud']],
  ])('refuses %j', (args) => {
    expect(() => readArguments(args)).toThrow(UsageError);
  });
});
