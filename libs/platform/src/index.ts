export { AppConfig } from './config/app-config';
export { ConfigModule } from './config/config.module';
export { databaseDefaults } from './database/database.module';
export { PgNotifications } from './database/pg-notifications';
export { coachPrincipal, type Principal } from './database/principal';
export { TenantScope } from './database/tenant-scope';
export { DomainError, type DomainErrorKind, type FieldError, notFound } from './errors/domain-error';
export { ProblemFilter, type Problem, toProblem } from './errors/problem.filter';
export {
  type AuthenticatedRequest,
  CurrentPrincipal,
  Public,
  PUBLIC_ROUTE,
  Roles,
  ROUTE_ROLES,
} from './http/access';
export { IdempotencyInterceptor } from './http/idempotency.interceptor';
export { Omittable } from './http/omittable';
export { PageQueryDto } from './http/page-query.dto';
export { type CursorShape, decodeCursor, encodeCursor, type Page, toPage } from './http/pagination';
export { IdPipe } from './http/uuid.pipe';
export { Trim, TrimToNull } from './http/trim';
export { validationPipe } from './http/validation';
export { MailDispatcher } from './mail/mail-dispatcher';
export { MailEntity } from './mail/mail.entity';
export { type Mail, Mailer } from './mail/mailer';
export { PlatformModule } from './platform.module';
export { projectRoot } from './project-root';
export { compiledWorker, WorkerThread, type WorkerThreadOptions } from './threads/worker-thread';
export { Clock } from './time/clock';
export { dateIn, isTimeZone, readMoment, type SessionMoment } from './time/zone';
