/** A problem the API (or the way to it) answered with. Source: RFC 9457 problem JSON, with the product's `code`. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly { field: string; message: string }[] = [],
    /** Seconds to wait before trying again, when the server says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  get isNotFound() {
    return this.status === 404;
  }

  get isUnreachable() {
    return this.code === 'network.unreachable';
  }
}

interface ProblemBody {
  code?: unknown;
  detail?: unknown;
  title?: unknown;
  errors?: unknown;
}

const text = (value: unknown) => (typeof value === 'string' && value.length > 0 ? value : undefined);

function fieldsOf(errors: unknown) {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { field, message } = item as { field?: unknown; message?: unknown };
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

/** Makes an {@link ApiProblem} of an error answer's body, whatever it turned out to be. */
export function problemOf(body: unknown, response: Response): ApiProblem {
  const { code, detail, title, errors } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as ProblemBody;
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  // A gateway without a product answer behind it: the server is starting, stopping or gone.
  const unavailable = response.status === 502 || response.status === 503 || response.status === 504;
  return new ApiProblem(
    response.status,
    text(code) ?? (unavailable ? 'network.unreachable' : `http.${response.status}`),
    text(detail) ?? text(title) ?? 'The server could not answer this request.',
    fieldsOf(errors),
    Number.isFinite(retryAfter) ? retryAfter : null,
  );
}

/** The problem behind anything that was thrown while asking the API. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TypeError) {
    return new ApiProblem(0, 'network.unreachable', 'The JourneyLoop server did not answer.');
  }
  return new ApiProblem(0, 'client.unexpected', 'Something on this page went wrong.');
}

/** Field errors in the shape `@mantine/form` takes. */
export function formErrors(problem: ApiProblem): Record<string, string> {
  return Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]));
}
