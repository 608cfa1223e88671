import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import { type Setup, useSetup } from '#db/setup.ts';
import { isPlaced, PlaceItem } from '#phone/place-lines.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** Something is wrong: who to ring. Works offline, and stores nothing: an app must never be the only alert. */
export function Wrong() {
  const setup = useSetup();
  const lead = setup?.programme?.body;
  const phone = typeof lead?.safeguardingPhone === 'string' ? lead.safeguardingPhone : '';
  return (
    <PhonePage title="Something is wrong" back={(parts) => <Link to="/more" {...parts} />}>
      <Stack>
        <Call number="999" words="Somebody is in danger now" note="Police, ambulance, fire" />
        {setup && <TellThem setup={setup} />}
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

/**
 * What the operator asks for: the park of the session that is on, or the one that is chosen. It can always be chosen: a session
 * still on, or a team that went elsewhere, must not send an ambulance to the wrong park.
 */
function TellThem({ setup }: { setup: Setup }) {
  const [chosen, setChosen] = useState<string>();
  const running = useRead((tx) => readRunning(tx, Date.now()), []);
  const here = chosen ?? running?.[0]?.body.site ?? '';
  const site = setup.sites.find(({ id }) => id === here);
  if (!running || setup.sites.length === 0) return null;
  return (
    <div>
      <SelectField label="Where are you?" value={here} onChange={(event) => setChosen(event.target.value)}>
        <option value="">Choose the park</option>
        {setup.sites.map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </SelectField>
      {site && (
        <List>
          <Item icon="call">
            Tell the operator: <b>{[site.body.name, site.body.ward].filter(Boolean).join(', ')}</b>
          </Item>
          {isPlaced(site) ? <PlaceItem site={site} /> : <Item>Where it is on the map is not written down.</Item>}
        </List>
      )}
    </div>
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
