import { Link, useSearchParams } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { PrintHead } from '#desk/print.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { audiences, missingForNotice, type NoticeAbout, noticeFor } from '#domain/people/wordings/notices.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './notices.module.css';
import { useWordings } from './reading.ts';

/** Privacy notices to show and to print, for four kinds of readers, made of the set-up. */
export function Notices() {
  const { useSetUp } = useDesk();
  const [search, setSearch] = useSearchParams();
  const read = useWordings();
  const programme = useSetUp('programme').records?.[0]?.body;
  const audience = audiences.find(([code]) => code === search.get('for'))?.[0] ?? 'adult';
  const about: NoticeAbout | undefined = read.value && {
    programme: read.value.setting.programme,
    controllers: read.value.setting.controllers,
    contact: programme?.privacyContact ?? '',
    lead: programme?.safeguardingName ?? '',
  };
  const missing = about ? missingForNotice(about) : [];
  return (
    <Screen
      title="Privacy notices"
      back={{ to: '/desk/consents/wordings', label: 'Wording' }}
      end={
        missing.length === 0 && (
          <Button size="inline" icon="print" onClick={() => window.print()}>
            Print
          </Button>
        )
      }
    >
      <AnswerState answer={read} what="the notices" />
      {missing.length > 0 && <Lacks missing={missing} />}
      {about && (
        <DeskTabs
          label="Who it is for"
          tabs={audiences.map(([id, label]) => ({ id, label }))}
          selected={audience}
          onSelect={(next) => setSearch(next === 'adult' ? {} : { for: next }, { replace: true })}
        >
          <PrintHead title={noticeFor(audience, about).title} />
          <article className={styles.notice} data-for={audience}>
            <h2>{noticeFor(audience, about).title}</h2>
            {noticeFor(audience, about).parts.map(([heading, text]) => (
              <section key={heading}>
                <h3>{heading}</h3>
                <p>{text}</p>
              </section>
            ))}
          </article>
        </DeskTabs>
      )}
    </Screen>
  );
}

function Lacks({ missing }: { missing: readonly string[] }) {
  return (
    <Notice kind="warn" title="Not to be handed out yet">
      The set-up lacks: {missing.join('; ')}. <Link to="/desk/set-up?part=programme">Go to the programme</Link> or{' '}
      <Link to="/desk/set-up?part=partners">the partners</Link>.
    </Notice>
  );
}
