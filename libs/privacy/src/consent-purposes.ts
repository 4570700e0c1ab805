/** What a client can agree to, one by one (GDPR Art. 6 and 7: specific, recorded, withdrawable). */
export const CONSENT_PURPOSES = ['transcribe', 'analyse'] as const;

export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Version of the wording shown when consent is recorded. */
export const CONSENT_TEXT_VERSION = '2026-11';
