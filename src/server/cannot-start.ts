/** Why the server does not start, in words for whoever hosts it: printed without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
