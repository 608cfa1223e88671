import { Link } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import desk from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import type { AnswerTo } from '#domain/all-answers.ts';
import { checkDefects } from '#domain/people/consents/evidence/found.ts';
import { peopleOfDesk } from '#domain/sessions/people/list.ts';
import { Item, List } from '#ui/card.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** What the nightly check found: whether every consent would convince somebody years later, and how each that would not is mended. */

type Check = AnswerTo<'GET /api/consent-check'>;

export function CheckOfConsents() {
  const check = useAnswer('/api/consent-check');
  return (
    <Screen
      title="Consents checked"
      back={{ to: '/desk/consents', label: 'Consents' }}
      dataAsAt={check.value?.at ?? undefined}
    >
      <AnswerState answer={check} what="what was checked" />
      {check.value && <Found of={check.value} />}
    </Screen>
  );
}

/** `3f2a 91c0 …`: short enough to compare by eye. */
const groups = (hex: string): string => hex.replaceAll(/(.{4})(?=.)/g, '$1 ');

function Found({ of: { partners, chain, head, root, at } }: { of: Check }) {
  const list = useDesk().useView(peopleOfDesk);
  const names = new Map(list.value?.people.map(({ id, name }) => [id, name]));
  return (
    <div className={desk.column}>
      <Stack>
        {!chain.whole && (
          <Notice kind="danger" title={`The chain of consents is broken at link ${chain.brokenAt ?? '?'}`}>
            Somebody changed the database past the program. Keep this server as it is, and compare it with a backup.
          </Notice>
        )}
        {at === null && <Remark>The first check is made tonight, or when the server starts.</Remark>}
        {partners.map(({ partner, partnerName, all, complete, erased, defects }) => (
          <section key={partner}>
            <SectionTitle>
              {partnerName}: {complete} of {all} complete
              {erased > 0 && `, ${erased} erased`}
            </SectionTitle>
            {defects.length === 0 ? (
              <Notice kind="ok" title="Each would convince somebody years later" />
            ) : (
              <List>
                {defects.map(({ consent, person, codes }) => (
                  <Item key={consent} link={(parts) => <Link to={`/desk/people/${person}/consents`} {...parts} />}>
                    <b>{names.get(person) ?? 'Somebody'}</b>
                    {codes.map((code) => (
                      <div key={code}>
                        {checkDefects[code][0]}. {checkDefects[code][1]}.
                      </div>
                    ))}
                  </Item>
                ))}
              </List>
            )}
          </section>
        ))}
        <section>
          <SectionTitle>The chain</SectionTitle>
          <p>
            {chain.links} links. It ends with <code>{groups(head.head).slice(0, 39)}</code>
          </p>
          <p>
            Fingerprint of the first key, as it is printed on every copy: <code>{groups(root)}</code>
          </p>
          <Remark>
            Keep the end of the chain somewhere else from time to time: whoever has it can show later that nothing
            before it was changed.
          </Remark>
        </section>
      </Stack>
    </div>
  );
}
