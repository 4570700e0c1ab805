export { ConsentEventEntity } from './consent-event.entity';
export { CONSENT_PURPOSES, CONSENT_TEXT_VERSION, type ConsentPurpose } from './consent-purposes';
export { type ConsentDecision, Consents } from './consents';
export { PrivacyModule } from './privacy.module';
