declare const __VERSION__: string;

/** The version of this build, `0.1.0`; a test build may add to it. */
export const version: string = __VERSION__;
