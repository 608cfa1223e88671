import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { HandedForm } from '#phone/hand-over/form.ts';

/** The forms that may be handed over. Each is a script of its own, fetched when its turn comes. */

type Handed<Pack, Progress> = {
  /** Whether what is half filled in survives a kill. Where it does not, the form begins again. */
  readonly keepsProgress: boolean;
  readonly element: LazyExoticComponent<ComponentType<HandedForm<Pack, Progress>>>;
};

const form = <Pack, Progress>(
  keepsProgress: boolean,
  from: () => Promise<ComponentType<HandedForm<Pack, Progress>>>,
): Handed<Pack, Progress> => ({ keepsProgress, element: lazy(async () => ({ default: await from() })) });

export const forms = {
  consent: form(true, async () => (await import('#features/consent/phone/handed/form.tsx')).ConsentForm),
  equality: form(false, async () => (await import('#features/people/phone/equality/handed.tsx')).EqualityForm),
  voice: form(false, async () => (await import('#features/voice/phone/asking/handed.tsx')).VoiceForm),
  indicators: form(false, async () => (await import('#features/voice/phone/indicators/handed.tsx')).IndicatorForm),
  practice: form(true, async () => (await import('./practice.tsx')).Practice),
};

export type FormName = keyof typeof forms;

/** What a form's page has to hand over. */
export type PackOf<Name extends FormName> = (typeof forms)[Name] extends Handed<infer Pack, infer _> ? Pack : never;

/** A form by the name that stands on the disk, as the frame sees it: it passes on what it does not look into. */
export const formNamed = (name: string): Handed<unknown, unknown> | undefined =>
  Object.hasOwn(forms, name) ? (forms as unknown as Record<string, Handed<unknown, unknown>>)[name] : undefined; // opaque both ways
