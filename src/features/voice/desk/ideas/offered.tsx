import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { newId } from '#db/person.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import type { Saying } from '#domain/records/say.ts';
import type { ViewAnswer } from '#domain/reports/view.ts';
import { ideaFromNote, ideaFromWish } from '#domain/voice/ideas/acts.ts';
import type { ideasOfDesk } from '#domain/voice/ideas/view.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './ideas.module.css';

type Offer = ViewAnswer<typeof ideasOfDesk>;

/** As many as are read beside the list. */
const mostShown = 6;

/** What could become an idea in one press: what many wish for, and what teams noted. */
export function Offered({ of: { wished, noted, partners } }: { of: Offer }) {
  const whose = (partner: string) =>
    partners.length < 2 ? '' : (partners.find(({ id }) => id === partner)?.name ?? '');
  const sites = useDesk().useSetUp('site').records;
  return (
    <>
      <section className={styles.offered}>
        <h2>Wished for</h2>
        {wished.length === 0 && <p>Every wish is an idea already, or none was made yet.</p>}
        <ul>
          <Each of={wished.slice(0, mostShown)} by={({ partner, id }) => `${partner} ${id}`}>
            {(wish) => (
              <OneOffer
                title={wish.name}
                under={[
                  `${wish.n} ${wish.n === 1 ? 'wish' : 'wishes'}`,
                  wish.site === '' ? 'several parks' : nameIn(sites, wish.site),
                  whose(wish.partner),
                ]}
                make={(id) => ideaFromWish(wish, id)}
              />
            )}
          </Each>
        </ul>
        <Link to="/desk/boxes?part=wishes">All wishes, by age</Link>
      </section>
      {noted.length > 0 && (
        <section className={styles.offered}>
          <h2>Noted at sessions</h2>
          <ul>
            <Each of={noted.slice(0, mostShown)} by={({ id }) => id}>
              {(note) => (
                <OneOffer
                  title={note.said}
                  under={[nameIn(sites, note.site), dateWords(note.day), whose(note.partner)]}
                  make={(id) => ideaFromNote(note, id)}
                />
              )}
            </Each>
          </ul>
        </section>
      )}
    </>
  );
}

type OneOfferProps = {
  readonly title: string;
  readonly under: readonly string[];
  readonly make: (id: string) => Saying;
};

function OneOffer({ title, under, make }: OneOfferProps) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = useOnce(async () => {
    const problem = await save('The idea', [make(id)]);
    setTrouble(problem);
    if (problem === null) navigate(`/desk/voice/ideas/${id}`);
    return problem === null;
  });
  return (
    <li>
      <span>
        {title}
        <small>{under.filter(Boolean).join(', ')}</small>
      </span>
      <Button size="inline" icon="plus" aria-label={`Make it an idea: ${title}`} onClick={() => void take()}>
        Add
      </Button>
      <NotSaved trouble={trouble} />
    </li>
  );
}
