import { openPerson } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import type { Language } from '#domain/people-codes.ts';
import { fontFiles } from '#ui/fonts.ts';

/**
 * The fonts of scripts that most phones do without. One is fetched once the programme has an approved wording or form in its language, and
 * kept beside the app's files: the service worker gives it out from there.
 */

/** The name of the cache, as the service worker reads it. */
const cacheName = 'script-fonts';
const fonts: Readonly<Partial<Record<Language, string>>> = { pa: fontFiles.gurmukhi, ur: fontFiles.nastaliq };

/** Fetches what is missing. The languages whose letters are not on this phone yet: none where all is well. */
export async function missingLetters(): Promise<Language[]> {
  const needed = await languagesWithFonts();
  if (!('caches' in window)) return [];
  const cache = await caches.open(cacheName);
  await dropOthers(cache);
  const missing: Language[] = [];
  for (const language of needed) {
    const url = fonts[language] ?? '';
    if (await cache.match(url)) continue;
    await cache.add(url).catch(() => missing.push(language));
  }
  return missing;
}

/** A font of an earlier version has another name; nobody asks for it again. */
async function dropOthers(cache: Cache): Promise<void> {
  for (const { url } of await cache.keys())
    if (!Object.values(fonts).includes(new URL(url).pathname)) await cache.delete(url);
}

/** In which something is approved in this programme, a wording or a form, and which are written in letters of their own. */
export async function languagesWithFonts(): Promise<Language[]> {
  return openPerson().store.read(async (tx) => {
    const approved = new Set((await shownOf(tx, 'approval')).map(({ body }) => body.sha256));
    const versions = (await shownOf(tx, 'wordingVersion')).filter(({ body }) => approved.has(body.sha256));
    const forms = (await shownOf(tx, 'formApproval')).flatMap(({ body }) => body.languages);
    const on = new Set([...versions.map(({ body }) => body.document.language), ...forms]);
    return [...on].filter((language) => fonts[language] !== undefined);
  });
}
