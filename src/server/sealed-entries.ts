import { open } from '#domain/sealed.ts';

export type SealedEntry = { readonly id: string; readonly box: string };

/**
 * Opens what a locked phone sealed. A box that does not open, or holds something else than the entry it is posted as, is passed
 * on as it came: receiving keeps it in the inbox by its id, where a later key or a person may still make something of it.
 */
export function openEntries(
  sealed: readonly SealedEntry[],
  secret: Uint8Array,
  parse: (bytes: Uint8Array) => unknown,
): unknown[] {
  return sealed.map((each) => {
    try {
      const entry = parse(open(Buffer.from(each.box, 'base64'), secret));
      const isIt = typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === each.id;
      return isIt ? entry : each;
    } catch {
      return each;
    }
  });
}
