import { Kbd, Title } from '@mantine/core';
import { SignalMark } from '~/components/signal-mark';
import { Page } from '~/components/page';
import { TextSkeleton } from '~/components/skeletons';
import { useTaxonomy } from '~/features/shift/api/use-taxonomy';
import classes from './help.module.css';

const keysOf: [string[], string][] = [
  [['⌘ or Ctrl', 'K'], 'search clients, sessions and actions from anywhere'],
  [['j'], 'next signal of a session'],
  [['k'], 'previous signal'],
  [['a'], 'agree with the selected signal'],
  [['d'], 'dismiss it, or bring it back'],
  [['e'], 'put it into your own words'],
  [['Esc'], 'let go of the selection'],
];

export function HelpPage() {
  const taxonomy = useTaxonomy();
  return (
    <Page title="Help">
      <div className={classes.help}>
        <section>
          <Title order={2}>Where a transcript comes from</Title>
          <p>
            Zoom: the recording’s “Audio transcript” (.vtt). Teams: in the meeting’s recap, download the
            transcript as .vtt or .docx. Google Meet: the transcript document, saved as .docx or .txt. Otter,
            Fireflies, Rev, Recall and others: their text or JSON export. Or simply paste the text with a name
            before each line.
          </p>
        </section>
        <section>
          <Title order={2}>What is done with it</Title>
          <p>
            Everything is made on the machine JourneyLoop runs on; nothing is sent anywhere. Every quote is
            checked word for word against the transcript, and what does not hold is dropped. You have the last
            word: agree, dismiss or rewrite any finding.
          </p>
        </section>
        <section>
          <Title order={2}>Keys</Title>
          <dl className={classes.keys}>
            {keysOf.map(([keys, words]) => (
              <div key={words}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="muted">The single letters can be switched off in the settings.</p>
        </section>
        <section>
          <Title order={2}>SHIFT</Title>
          {taxonomy.isPending && <TextSkeleton />}
          {taxonomy.isError && <p>The rubric could not be loaded just now.</p>}
          {taxonomy.data?.principles.map((principle) => (
            <details key={principle.key} className={classes.principle}>
              <summary>
                <strong>{principle.name}</strong> {principle.definition}
              </summary>
              <ul>
                {principle.patterns.map((pattern) => (
                  <li key={pattern.code}>
                    <SignalMark kind={pattern.kind} size={10} />
                    <span>
                      <strong>{pattern.name}.</strong> {pattern.definition}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      </div>
    </Page>
  );
}
