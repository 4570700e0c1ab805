import { Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { toProblem } from '~/api/problem';
import { ErrorState } from '~/components/error-state';
import { ListSkeleton } from '~/components/skeletons';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { fullInstant } from '~/lib/time';
import { useMails } from './api/use-mails';
import classes from './dev-mail.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function DevMailPage() {
  usePageTitle('Captured mail');
  const mails = useMails();
  const missing = mails.isError && toProblem(mails.error).isNotFound;
  return (
    <StandalonePage
      title="Captured mail"
      lead="No mail server is set up, so JourneyLoop keeps what it would have sent. Only visible on this machine."
    >
      {mails.isPending && <ListSkeleton rows={3} />}
      {missing && (
        <Text component="output">
          Mail is not captured here: a mail server is set up, or this is another machine.
        </Text>
      )}
      {mails.isError && !missing && (
        <ErrorState error={mails.error} retry={() => void mails.refetch()} what="The captured mail" />
      )}
      {mails.data?.items.length === 0 && <Text c="dimmed">Nothing has been sent yet.</Text>}
      {mails.data?.items.map((mail) => (
        <article key={mail.id} className={classes.mail}>
          <Title order={2} className={classes.subject}>
            {mail.subject}
          </Title>
          <p className={classes.meta}>
            To {mail.to}, <time dateTime={mail.created_at}>{fullInstant(mail.created_at, zone)}</time>
          </p>
          <p className={classes.text}>
            <Linked text={mail.text} />
          </p>
        </article>
      ))}
    </StandalonePage>
  );
}

/** Plain text with its own-site addresses made clickable. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (!part.startsWith('http')) return <Fragment key={index}>{part}</Fragment>;
    const url = URL.canParse(part) ? new URL(part) : null;
    if (!url) return <Fragment key={index}>{part}</Fragment>;
    return (
      <a key={index} href={url.pathname + url.search + url.hash}>
        {part}
      </a>
    );
  });
}
