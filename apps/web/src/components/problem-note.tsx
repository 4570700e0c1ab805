import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { toProblem } from '~/api/problem';

/** What went wrong with a form, above its button. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = toProblem(error);
  const wait = problem.retryAfter ? ` You can try again in ${waiting(problem.retryAfter)}.` : '';
  return (
    <Alert variant="light" color="orange" icon={<IconInfoCircle size={18} />} role="alert">
      {problem.isUnreachable
        ? 'The server did not answer. What you typed is still here; please try again in a moment.'
        : problem.message + wait}
    </Alert>
  );
}

function waiting(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
