import { onDisk } from '#db/attempt.ts';
import { dropProgress, keepProgress } from '#db/hand-over.ts';
import { holdAnswers } from '#db/held.ts';
import { sayHandedOver } from '#db/own.ts';
import type { Profile } from '#db/profile.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { sendSealed } from '#sync/sealed.ts';

type What = Pick<HandedForm<unknown, unknown>, 'pack' | 'progress' | 'finish'> & {
  readonly id: string;
  /** Who handed the phone over: what is said is theirs. */
  readonly profile: Profile;
  readonly keepsProgress: boolean;
};

/** All that a form in somebody else's hands may know and do. */
export function givenTo({ id, profile, keepsProgress, ...what }: What): HandedForm<unknown, unknown> {
  return {
    ...what,
    async keep(progress) {
      if (progress === null) await dropProgress(id);
      else if (keepsProgress) await keepProgress(id, progress);
    },
    async say(sayings, more) {
      if (!(await onDisk(() => sayHandedOver(profile, sayings, more)))) return false;
      void sendSealed(profile);
      return true;
    },
    hold: (held, together) => onDisk(() => holdAnswers(profile, held, together)),
  };
}
