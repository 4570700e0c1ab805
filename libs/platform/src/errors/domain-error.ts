/** What kind of refusal an error is; the HTTP filter maps it to a status. */
export type DomainErrorKind =
  | 'invalid' // 422
  | 'malformed' // 400
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not_found' // 404
  | 'conflict' // 409
  | 'too_large' // 413
  | 'unsupported' // 415
  | 'throttled' // 429
  | 'unavailable'; // 503

export interface FieldError {
  field: string;
  message: string;
}

export interface DomainErrorOptions {
  code: string;
  kind: DomainErrorKind;
  /** One plain sentence for the person: what happened and what to do. Never contains client text. */
  message: string;
  fields?: FieldError[];
  /** Further members of the problem document (ids, limits). */
  extras?: Record<string, string | number | boolean | null>;
}

/** An expected refusal with a stable code, e.g. `client.not_found`. Everything else is a bug and answers 500. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: DomainErrorKind;
  readonly fields: FieldError[] | undefined;
  readonly extras: Record<string, string | number | boolean | null> | undefined;

  constructor(options: DomainErrorOptions) {
    super(options.message);
    this.name = 'DomainError';
    this.code = options.code;
    this.kind = options.kind;
    this.fields = options.fields;
    this.extras = options.extras;
  }
}

/** The one way to say "there is no such thing, or it is not yours". */
export const notFound = (thing: string): DomainError =>
  new DomainError({
    code: `${thing.replaceAll(' ', '_')}.not_found`,
    kind: 'not_found',
    message: `There is no such ${thing}.`,
  });
