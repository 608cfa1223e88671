import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';

/**
 * How fast this machine is today. Making the prepared world (world.ts) is timed once before the journeys; waits and limits
 * are stretched by it, so that a slow laptop, or one with work beside it, fails no journey that is right.
 */

const file = resolve('test-builds/machine.json');

/** What the prepared world took on two quiet cores of a rented machine, ms. */
const referenceMs = 17_000;

export function keepSpeed(tookMs: number): number {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ tookMs }));
  return slowness();
}

/** 1 on the machine the limits were chosen on, 3 on one that takes three times as long; never below 1. */
export function slowness(): number {
  if (!existsSync(file)) return 1;
  const { tookMs } = JSON.parse(readFileSync(file, 'utf8'));
  return Math.min(12, Math.max(1, tookMs / referenceMs));
}

/** A wait that fits the machine, ms. As a limit it is only ever waited out by a journey that fails. */
export const patience = (ms: number): number => Math.round(ms * slowness());

/** A browser and a server keep a core busy between them: more journeys at a time than cores only wait for each other. */
export const atOnce = Math.min(4, availableParallelism());
