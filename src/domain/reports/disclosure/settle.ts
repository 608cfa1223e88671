import { type Change, Search } from './search.ts';
import { gapOf, type Line, type Unknowns } from './unknowns.ts';

const limits = { deep: 10, steps: 2000, mayHide: false };
const mostChanges = 400;

/** How many times over a change can be made, until a gap is closed or something comes to its bound. */
function times({ of, lines }: Unknowns, { by }: Change, gap: number): number {
  let most = Math.abs(gap);
  for (const [place, change] of by) {
    const unknown = of[place];
    if (!unknown) continue;
    const room = change > 0 ? unknown.high - unknown.at : unknown.at - unknown.low;
    most = Math.min(most, Math.floor(room / Math.abs(change)));
  }
  for (const { terms, atMost } of lines) {
    if (!atMost) continue;
    const more = terms.reduce((all, [place, sign]) => all + sign * (by.get(place) ?? 0), 0);
    const slack = -terms.reduce((all, [place, sign]) => all + sign * (of[place]?.at ?? 0), 0);
    if (more > 0 && slack > 0) most = Math.min(most, Math.floor(slack / more));
  }
  return Math.max(1, most);
}

/** Gives unknowns values with which every line holds, where it finds some; else the lines that still do not. */
export function settle(unknowns: Unknowns): Line[] {
  const search = new Search(unknowns);
  const stuck: Line[] = [];
  let left = mostChanges;
  for (const [at, line] of unknowns.lines.entries()) {
    for (let gap = gapOf(unknowns, line); gap !== 0; gap = gapOf(unknowns, line)) {
      const found = left > 0 ? search.moved(at, gap > 0 ? -1 : 1, limits) : null;
      left -= 1;
      if (!found) {
        stuck.push(line);
        break;
      }
      const n = times(unknowns, found, gap);
      for (const [place, change] of found.by) {
        const unknown = unknowns.of[place];
        if (unknown) unknown.at += n * change;
      }
      search.settled();
    }
  }
  return stuck;
}
