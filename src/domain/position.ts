/** Where a park is, as a 999 operator asks for it: a reference on the Ordnance Survey’s grid, worked out without signal. */

type Position = { readonly lat: number; readonly lon: number };
type Space = { readonly x: number; readonly y: number; readonly z: number };
type Ellipsoid = { readonly a: number; readonly b: number };

// From “A guide to coordinate systems in Great Britain”, Ordnance Survey 2020, annexes A to C. Lengths are metres.
const wgs84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3141 };
const airy: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const scale = 0.9996012717;
const origin = { lat: rad(49), lon: rad(-2), east: 400_000, north: -100_000 };

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

const eccentricity = ({ a, b }: Ellipsoid): number => 1 - (b * b) / (a * a);

function toSpace({ lat, lon }: Position, on: Ellipsoid): Space {
  const [phi, lambda, e2] = [rad(lat), rad(lon), eccentricity(on)];
  const nu = on.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return {
    x: nu * Math.cos(phi) * Math.cos(lambda),
    y: nu * Math.cos(phi) * Math.sin(lambda),
    z: nu * (1 - e2) * Math.sin(phi),
  };
}

/** From the world’s datum to the one of the national grid: right within five metres. */
function toNational({ x, y, z }: Space): Space {
  const second = rad(1 / 3600);
  const [rx, ry, rz] = [-0.1502 * second, -0.247 * second, -0.8421 * second];
  const more = 1 + 20.4894e-6;
  return {
    x: -446.448 + x * more - y * rz + z * ry,
    y: 125.157 + x * rz + y * more - z * rx,
    z: -542.06 - x * ry + y * rx + z * more,
  };
}

/** Radians. */
function fromSpace({ x, y, z }: Space, on: Ellipsoid): Position {
  const [e2, p] = [eccentricity(on), Math.hypot(x, y)];
  let lat = Math.atan2(z, p * (1 - e2));
  // Each round is a thousand times nearer: five are far more than a metre asks for.
  for (let round = 0; round < 5; round += 1) {
    const nu = on.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return { lat, lon: Math.atan2(y, x) };
}

/** The length of the meridian from the grid’s origin. */
function meridian(lat: number): number {
  const { a, b } = airy;
  const n = (a - b) / (a + b);
  const [less, more] = [lat - origin.lat, lat + origin.lat];
  return (
    b *
    scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
      (15 / 8) * (n ** 2 + n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

/** Easting and northing. @param at radians on the national datum */
function project({ lat, lon }: Position): { readonly east: number; readonly north: number } {
  const e2 = eccentricity(airy);
  const [sin, cos, tan2] = [Math.sin(lat), Math.cos(lat), Math.tan(lat) ** 2];
  const nu = (airy.a * scale) / Math.sqrt(1 - e2 * sin ** 2);
  const eta2 = (1 - e2 * sin ** 2) / (1 - e2) - 1;
  const off = lon - origin.lon;
  const north =
    meridian(lat) +
    origin.north +
    (nu / 2) * sin * cos * off ** 2 +
    (nu / 24) * sin * cos ** 3 * (5 - tan2 + 9 * eta2) * off ** 4 +
    (nu / 720) * sin * cos ** 5 * (61 - 58 * tan2 + tan2 ** 2) * off ** 6;
  const east =
    origin.east +
    nu * cos * off +
    (nu / 6) * cos ** 3 * (1 + eta2 - tan2) * off ** 3 +
    (nu / 120) * cos ** 5 * (5 - 18 * tan2 + tan2 ** 2 + 14 * eta2 - 58 * tan2 * eta2) * off ** 5;
  return { east, north };
}

/** The two letters of a square of 100 km. The alphabet has no I there. */
function letters(east: number, north: number): string {
  const [column, row] = [Math.floor(east / 100_000), Math.floor(north / 100_000)];
  const first = 19 - row - ((19 - row) % 5) + Math.floor((column + 10) / 5);
  const second = (((19 - row) * 5) % 25) + (column % 5);
  return [first, second].map((at) => String.fromCharCode(65 + at + (at > 7 ? 1 : 0))).join('');
}

/** `TQ 6474 7313`, to ten metres; empty where there is no position, or outside Great Britain. @param place the body of a site */
export function gridReference({ lat, lon }: { readonly lat?: unknown; readonly lon?: unknown }): string {
  if (typeof lat !== 'number' || typeof lon !== 'number') return '';
  const { east, north } = project(fromSpace(toNational(toSpace({ lat, lon }, wgs84)), airy));
  if (east < 0 || east >= 700_000 || north < 0 || north >= 1_300_000) return '';
  const four = (metres: number) => String(Math.floor((metres % 100_000) / 10)).padStart(4, '0');
  return `${letters(east, north)} ${four(east)} ${four(north)}`;
}

/** `51.43860, 0.36960`: what a map or another phone understands; empty where there is none. @param place the body of a site */
export const latLon = ({ lat, lon }: { readonly lat?: unknown; readonly lon?: unknown }): string =>
  typeof lat === 'number' && typeof lon === 'number' ? `${lat.toFixed(5)}, ${lon.toFixed(5)}` : '';
