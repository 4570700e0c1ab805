export { Content } from './application/content';
export { Ingest, type IngestReceipt } from './application/ingest';
export { SessionPages } from './application/session-pages';
export { MAX_TRANSCRIPT_BYTES } from './api/upload';
export { SessionContentPartEntity, SessionContentRequestEntity } from './persistence/entities';
export { SessionContentModule, SessionContentWorkerModule } from './session-content.module';
