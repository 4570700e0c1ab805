import { passwordProblem } from './password-policy';

describe('passwordProblem', () => {
  const email = 'Ines.Okafor@example.test';

  it.each([
    ['nine char', /at least 10/],
    ['x'.repeat(201), /at most 200/],
    ['INES.OKAFOR@example.test', /e-mail/],
    ['ines.okafor ', /e-mail/],
    ['QwertyUiop', /Too many people/],
    ['password123', /Too many people/],
    ['ababababababab', /Too many people/],
  ])('refuses %s', (password, reason) => {
    expect(passwordProblem(password, email)).toMatch(reason);
  });

  it.each([
    ['slow rivers carve stone'],
    ['ten chars!'],
    ['ines.okafor plus a tail'],
    ['zéro à dix'],
    ['abc'.repeat(66)],
  ])('takes %s', (password) => {
    expect(passwordProblem(password, email)).toBeNull();
  });

  it('counts characters, not code units', () => {
    expect(passwordProblem('🌊🌱🌾🍂🍁', email)).toMatch(/at least 10/);
  });
});
