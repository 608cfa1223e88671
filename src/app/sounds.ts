import { openPerson } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import { dropSounds, keepSound, soundsKept } from '#db/sounds.ts';
import { soundsInUse } from '#domain/people/wordings/sounds.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';

/** Fetches what the wordings in use are read aloud with, one file after another, so that a lost connection loses one of them. */

/** How many are still to be fetched. One the server does not have is none of them: there is simply no button for it. */
export async function missingSounds(): Promise<number> {
  const { store, fullToken } = openPerson();
  const wanted = await store.read(async (tx) => {
    const [versions, approvals, recordings] = await Promise.all([
      shownOf(tx, 'wordingVersion'),
      shownOf(tx, 'approval'),
      shownOf(tx, 'recording'),
    ]);
    return new Set(soundsInUse(wordingsOf({ versions, approvals }), recordings).map(({ file }) => file));
  });
  const kept = await soundsKept();
  await dropSounds([...kept].filter((file) => !wanted.has(file)));
  let missing = 0;
  for (const file of wanted) if (!kept.has(file) && !(await fetchOne(file, fullToken))) missing += 1;
  return missing;
}

async function fetchOne(file: string, token: string): Promise<boolean> {
  try {
    const answer = await fetch(`/api/files/${file}`, {
      headers: { authorization: `Bearer ${token}`, 'x-bandstand': '1' },
      cache: 'no-store',
    });
    if (answer.status === 404) return true;
    return answer.ok && (await keepSound(file, new Uint8Array(await answer.arrayBuffer())));
  } catch {
    return false; // no signal
  }
}
