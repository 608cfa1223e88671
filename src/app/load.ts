import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A screen that is fetched once it is opened. */
export const load = <Name extends string>(from: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => from().then((module) => ({ default: module[name] as ComponentType }))); // the module's own export

/** `team`: not for volunteers, whose saves there the server would refuse. */
export type Screen = {
  readonly path: string;
  readonly team?: boolean;
  readonly element: ComponentType | LazyExoticComponent<ComponentType>;
};
