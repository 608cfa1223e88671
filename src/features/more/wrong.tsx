import { Link } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { buttonClass } from '#ui/button.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** Something is wrong: who to ring. Works offline, and stores nothing: an app must never be the only alert. */
export function Wrong() {
  const lead = useSetup()?.programme?.body;
  const phone = typeof lead?.safeguardingPhone === 'string' ? lead.safeguardingPhone : '';
  return (
    <PhonePage title="Something is wrong" back={(parts) => <Link to="/more" {...parts} />}>
      <Stack>
        <Call number="999" words="Somebody is in danger now" note="Police, ambulance, fire" />
        <SectionTitle>A worry about a child</SectionTitle>
        {phone ? (
          <Call
            number={phone}
            words={`${String(lead?.safeguardingName ?? 'Safeguarding lead')}`}
            note="Safeguarding lead"
          />
        ) : (
          <Notice kind="warn" title="No safeguarding lead’s number here">
            Ask your coordinator to put it in. Until then ring the NSPCC.
          </Notice>
        )}
        <Call number="0808 800 5000" words="NSPCC helpline" note="For adults who are worried about a child" />
        <Call number="0800 1111" words="Childline" note="For a young person who wants to talk" />
        <Remark>
          Listen. Do not promise to keep it secret. Do not ask leading questions. Write down their own words soon, on
          paper for now. Nothing is stored on this screen.
        </Remark>
      </Stack>
    </PhonePage>
  );
}

function Call({ number, words, note }: { number: string; words: string; note: string }) {
  return (
    <a
      className={buttonClass({ kind: number === '999' ? 'danger' : 'secondary', wide: true })}
      href={`tel:${number.replaceAll(' ', '')}`}
    >
      <span>
        <b>{number}</b> · {words}
        <br />
        <small>{note}</small>
      </span>
    </a>
  );
}
