import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { allReports } from '#domain/all-reports.ts';
import { weatherReport } from './weather.ts';
import { entryOf, newWorld, push, sessionWrite, staff } from './world.ts';

/** Every report of the app, and one more. */
export const reportsAndWeather = [...allReports, weatherReport];

/** A world whose server has one report more, after two sessions in the rain and a dry one; another partner's was dry too. */
export async function weatherWorld() {
  const thread = join(import.meta.dirname, 'weather-thread.ts');
  const world = await newWorld({ reporting: { reports: reportsAndWeather, thread } });
  const team = await staff(world);
  const went = (partner: string, weather: string) => sessionWrite(partner, uuidv7(), { weather });
  const own = ['rain', 'dry', 'rain'].map((weather) => went(world.a, weather));
  await push(world, team.worker, [entryOf(team.worker, own)]);
  await push(world, team.otherWorker, [entryOf(team.otherWorker, [went(world.b, 'dry')])]);
  return { world, team };
}
