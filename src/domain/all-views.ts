import { doublesOfDesk } from './sessions/people/doubles.ts';
import { familyOfDesk } from './sessions/people/family.ts';
import { importsOfDesk } from './sessions/people/imports.ts';
import { peopleOfDesk } from './sessions/people/list.ts';
import { permissionsOfDesk } from './sessions/people/permissions.ts';
import { personOfDesk } from './sessions/people/whole.ts';
import { stockOfDesk } from './stock/view.ts';
import { ideaOfDesk, ideasOfDesk } from './voice/ideas/view.ts';

/** Every view. One that stands here has its address, and is folded from what a desk keeps. */
export const allViews = [
  stockOfDesk,
  ideasOfDesk,
  ideaOfDesk,
  peopleOfDesk,
  personOfDesk,
  familyOfDesk,
  permissionsOfDesk,
  doublesOfDesk,
  importsOfDesk,
] as const;
