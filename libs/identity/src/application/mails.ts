import type { Mail } from '@app/platform';

// No name in mails to unproven addresses: whoever registers chooses it, and somebody else would read it.

export const verificationMail = (to: string, link: string): Mail => ({
  to,
  subject: 'Confirm your e-mail address for JourneyLoop',
  text: `Hello,

please confirm that this is your e-mail address by opening this link within three days:

${link}

If you did not register with JourneyLoop, you need not do anything.
`,
});

export const resetMail = (to: string, link: string): Mail => ({
  to,
  subject: 'Choose a new password for JourneyLoop',
  text: `Hello,

somebody, most likely you, asked for a new password for your JourneyLoop account. You can choose it here within one hour:

${link}

If it was not you, you need not do anything. Your password stays as it is.
`,
});

export const passwordChangedMail = (to: string, forgotLink: string): Mail => ({
  to,
  subject: 'Your JourneyLoop password was changed',
  text: `Hello,

the password of your JourneyLoop account was just changed, and all other devices were signed out.

If it was not you, please choose a new password at once:

${forgotLink}
`,
});
