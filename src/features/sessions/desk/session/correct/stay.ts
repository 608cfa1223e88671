import type { PersonHere } from '#desk/answers.ts';
import type { AgeBand, Gender, Level } from '#domain/codes.ts';
import type { AskedCorrection, Stay } from '#domain/sessions/corrections/asked.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { endAfter, endWords } from '#domain/sessions/timing.ts';
import { instantAt, timeOf } from '#domain/time.ts';
import type { Faults } from '#forms/faults.ts';
import { whyFault } from './door.ts';

/** Whether somebody was here, from when until when and how they took part, as a form holds it and as it is put right. */

export type StayTyped = {
  readonly person: string;
  readonly was: 'here' | 'away';
  readonly level: Level;
  readonly came: string;
  /** Empty where they stayed to the end. */
  readonly left: string;
  readonly ageBand: AgeBand;
  readonly gender: Gender;
  readonly why: string;
};

/** @param here undefined for somebody who is to be put on the register */
export function stayOf(here: PersonHere | undefined, line: SessionLine): StayTyped {
  const start = line.actualStart || line.plannedStart;
  const time = (at: string) => (at === '' ? '' : timeOf(at, line.zone));
  return {
    person: here?.person ?? '',
    was: here && here.state === 'removed' ? 'away' : 'here',
    level: here?.level ?? 'joined_in',
    came: time(here && here.state !== 'removed' ? here.arrived : start),
    left: time(here?.left ?? ''),
    ageBand: here?.ageBand ?? 'NK',
    gender: here?.gender ?? 'NK',
    why: '',
  };
}

export function stayFaults(
  { person, was, came, left, why }: StayTyped,
  { day, zone }: SessionLine,
  isNew: boolean,
): Faults<StayTyped> {
  const start = came === '' ? '' : instantAt(day, came, zone);
  return {
    person: isNew && person === '' ? 'Choose who.' : undefined,
    came: was === 'here' && came === '' ? 'Say when they came.' : undefined,
    left: was === 'here' && left !== '' && start !== '' && endAfter(start, left, zone) === null ? endWords : undefined,
    why: whyFault(why),
  };
}

/** A stay as the server said it. */
const stood = (here: PersonHere | undefined): Stay | null =>
  here === undefined || here.state === 'removed' ? null : { level: here.level, came: here.arrived, left: here.left };

/** What is sent, nothing where nothing differs. A time that was not touched keeps its seconds. */
export function stayChanged(
  typed: StayTyped,
  here: PersonHere | undefined,
  line: SessionLine,
): NonNullable<AskedCorrection['people']> {
  const before = stayOf(here, line);
  const was = stood(here);
  const came = was && typed.came === before.came ? was.came : instantAt(line.day, typed.came, line.zone);
  const left =
    typed.left === ''
      ? ''
      : was && typed.left === before.left
        ? was.left
        : (endAfter(came, typed.left, line.zone) ?? '');
  const is = typed.was === 'away' ? null : { level: typed.level, came, left };
  const ageBand = here && typed.ageBand !== here.ageBand && { was: here.ageBand, is: typed.ageBand };
  const gender = here && typed.gender !== here.gender && { was: here.gender, is: typed.gender };
  const isSame = JSON.stringify(was) === JSON.stringify(is);
  if (isSame && !ageBand && !gender) return [];
  return [
    {
      person: typed.person,
      ...(!isSame && { stay: { was, is } }),
      ...(ageBand && { ageBand }),
      ...(gender && { gender }),
    },
  ];
}
