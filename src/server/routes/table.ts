import type { Route } from '#server/route.ts';
import { enrol, recover } from './enrol.ts';
import { health } from './health.ts';
import { setUp } from './setup.ts';
import { entries, sealed, sync } from './sync.ts';

/** Every address of the server. What is not here does not exist. */
export const routes: readonly Route[] = [health, setUp, enrol, recover, sync, sealed, entries];
