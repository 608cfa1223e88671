import type { AgeBand, Level, MarkState, TallyBand } from '#domain/codes.ts';
import type { Right } from '#domain/records/access.ts';
import type { Refusal } from '#domain/records/apply.ts';
import type { Body } from '#domain/records/entry.ts';
import type { Notes } from '#domain/reports/notes.ts';
import type { Count } from '#domain/sessions/register.ts';
import type { SessionLine, Totals } from '#domain/sessions/session-line.ts';
import type { BoxReport } from '#domain/stock/given.ts';
import type { PlaceLine } from '#domain/stock/given-places.ts';
import type { WishLine } from '#domain/voice/wishes.ts';

/** What the server answers to a desk. Instants are UTC text, days `2026-11-22`. */

export type OverviewAnswer = {
  readonly dataAsAt: string;
  readonly totals: Totals;
  /** Different people on the register who took part. */
  readonly people: number;
  readonly partners: readonly { readonly id: string; readonly name: string; readonly totals: Totals }[];
  readonly phones: {
    readonly all: number;
    readonly phonesWithUnsent: number;
    readonly oldestUnsentAt: string | null;
  };
  readonly inbox: number;
};

export type SessionsAnswer = {
  readonly dataAsAt: string;
  readonly sessions: readonly SessionLine[];
  readonly totals: Totals;
};

export type PersonHere = {
  readonly person: string;
  readonly name: string;
  readonly ageBand: AgeBand;
  readonly state: MarkState;
  readonly level: Level;
  readonly arrived: string;
  readonly left: string;
  readonly minutes: number | null;
  /** The marker, where the server says it. */
  readonly leaf?: number;
  readonly colour?: number;
};

export type SessionAnswer = {
  readonly session: { readonly id: string; readonly scope: string; readonly body: Body; readonly line: SessionLine };
  readonly people: readonly PersonHere[];
  readonly counts: {
    readonly bands: Readonly<Record<TallyBand, Count>>;
    readonly all: Count;
    readonly contacts: number;
    readonly surplus: readonly { readonly band: TallyBand; readonly n: number }[];
  };
  readonly debrief: Body | null;
  readonly notes: readonly {
    readonly id: string;
    readonly text: string;
    readonly at: string;
    readonly byName: string;
  }[];
};

export type BoxesAnswer = BoxReport & { readonly places: readonly PlaceLine[]; readonly notes: Notes };
export type WishesAnswer = { readonly lines: readonly WishLine[]; readonly notes: Notes };

export type TeamMember = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly vetted: boolean;
  readonly firstAider: boolean;
  readonly roles: readonly Right[];
  readonly hasPassphrase: boolean;
};

export type PhoneAnswer = {
  readonly id: string;
  readonly label: string;
  readonly member: { readonly id: string; readonly name: string; readonly active: boolean };
  readonly enrolledAt: string;
  readonly lastContactAt: string;
  readonly version: string;
  readonly unsent: number;
  readonly oldestUnsentAt: string | null;
  /** From before its owner left: it is given nothing any more. */
  readonly ended: boolean;
};

export type KeptEntry = {
  readonly id: string;
  readonly code: Refusal;
  readonly why: string;
  /** The member who sent it. */
  readonly by: string;
  readonly byName: string;
  readonly partnerName: string;
  readonly receivedAt: string;
  /** As it came; text where it is no entry. */
  readonly entry: unknown;
};

export type ExportToken = {
  readonly id: string;
  readonly name: string;
  readonly named: boolean;
  readonly createdByName: string;
  readonly createdAt: string;
};

export type AuditLine = {
  readonly n: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
};
