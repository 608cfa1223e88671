import type { DraftBox, PersonDatabase } from './database.ts';
import type { Vault } from './vault.ts';

/** Where half-filled forms lie on the disk. The name of a form says whom and what it is about, and so stands in its box. */

/** What stands in a form, by field. It is kept as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is kept of a form, with its name: whose it is and what it is about stands in the box alone. */
export type KeptForm = { readonly name: string; readonly fields: Fields };

/** What the places of forms begin with. */
const formPlace = 'form|';
export const placeOfForm = (vault: Vault, name: string): string => `${formPlace}${vault.hide('own', name)}`;
/** Takes away the forms whose name holds one of these ids: whom they are about, or what they were to put right. */
export async function forgetForms(draft: PersonDatabase['draft'], vault: Vault, ids: readonly string[]): Promise<void> {
  const all = await draft.where('id').startsWith(formPlace).toArray();
  const isAbout = ({ id, box }: DraftBox): boolean => {
    const { name } = vault.open('own', id, box) as KeptForm; // closed by keepDraft
    return ids.some((each) => name.includes(each));
  };
  await draft.bulkDelete(all.filter(isAbout).map(({ id }) => id));
}
