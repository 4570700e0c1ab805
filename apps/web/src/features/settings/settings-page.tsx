import { Page } from '~/components/page';
import { EmailSection } from './components/email-section';
import { PasswordSection } from './components/password-section';
import { ProfileSection } from './components/profile-section';
import { ReadingSection } from './components/reading-section';
import { SignInsSection } from './components/sign-ins-section';

export function SettingsPage() {
  return (
    <Page title="Settings">
      <ProfileSection />
      <ReadingSection />
      <EmailSection />
      <PasswordSection />
      <SignInsSection />
    </Page>
  );
}
