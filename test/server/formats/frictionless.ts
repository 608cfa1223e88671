/**
 * Judges a data package as its published specification says (specs.frictionlessdata.io: Data Package, Tabular Data Resource and Table
 * Schema, version 1), reading the files by themselves: nothing of what wrote them is used here.
 */

type Json = ReturnType<typeof JSON.parse>;

/** What is wrong with a package, in words. @param files its files by name */
export function faultsIn(files: ReadonlyMap<string, string>): string[] {
  const descriptor: Json = JSON.parse(files.get('datapackage.json') ?? '{}');
  const faults: string[] = [];
  const resources: Json[] = descriptor.resources ?? [];
  if (resources.length === 0) faults.push('resources: none');
  if (!/^[a-z0-9._/-]+$/.test(descriptor.name)) faults.push(`name: ${descriptor.name}`);
  if (Number.isNaN(Date.parse(descriptor.created))) faults.push('created: no moment');
  const names = resources.map(({ name }) => name);
  if (new Set(names).size < names.length) faults.push('resources: two of one name');
  const tables = new Map<string, Table>();
  for (const resource of resources) {
    const { table, faults: own } = read(resource, files);
    faults.push(...own.map((fault) => `${resource.name}: ${fault}`));
    tables.set(resource.name, table);
  }
  for (const { name, schema } of resources) faults.push(...keysOf(name, schema, tables));
  return faults;
}

type Table = { readonly fields: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] };

const types = new Set(['string', 'integer', 'number', 'boolean', 'date', 'datetime']);

function read(resource: Json, files: ReadonlyMap<string, string>): { table: Table; faults: string[] } {
  const { name, path, schema = {} } = resource;
  const faults: string[] = [];
  const text = files.get(path);
  if (!/^[a-z0-9._-]+$/.test(name)) faults.push('a name with other letters');
  if (resource.profile !== 'tabular-data-resource') faults.push('no tabular profile');
  if (text === undefined) return { table: { fields: [], rows: [] }, faults: [...faults, `no file ${path}`] };
  if (text.startsWith('\uFEFF')) faults.push('a byte-order mark');
  const fields: Json[] = schema.fields ?? [];
  if (!Array.isArray(schema.missingValues) || !schema.missingValues.includes('')) faults.push('missingValues');
  for (const field of fields) {
    if (!types.has(field.type)) faults.push(`${field.name}: type ${field.type}`);
    if (field.constraints?.enum && !Array.isArray(field.constraints.enum)) faults.push(`${field.name}: enum`);
  }
  const [head = [], ...lines] = cellsIn(text);
  const titles = fields.map((field) => field.name);
  if (JSON.stringify(head) !== JSON.stringify(titles)) faults.push(`headings ${head} are not ${titles}`);
  if (new Set(titles).size < titles.length) faults.push('two columns of one name');
  const rows = lines.map((cells, at) => {
    if (cells.length !== titles.length) faults.push(`row ${at + 1}: ${cells.length} cells`);
    return cells.map((cell, column) => {
      const value = schema.missingValues.includes(cell) ? null : cell;
      const fault = faultOf(fields[column] ?? {}, value);
      if (fault) faults.push(`row ${at + 1}, ${titles[column]}: ${fault}`);
      return value;
    });
  });
  return { table: { fields: titles, rows }, faults };
}

function faultOf(field: Json, value: string | null): string | null {
  if (value === null) return field.constraints?.required ? 'missing' : null;
  if (field.constraints?.enum && !field.constraints.enum.includes(value)) return `${value} is not in its list`;
  return forms[field.type]?.(value, field.format) === false ? `${value} is no ${field.type}` : null;
}

const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

const forms: Record<string, (value: string, format: string | undefined) => boolean> = {
  integer: (value) => /^[+-]?\d+$/.test(value),
  number: (value) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value),
  boolean: (value) => ['true', 'false', 'True', 'False', 'TRUE', 'FALSE', '1', '0'].includes(value),
  date: isDay,
  datetime: (value, format) =>
    format === '%Y-%m-%d %H:%M'
      ? /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10))
      : false,
};

function keysOf(name: string, schema: Json, tables: ReadonlyMap<string, Table>): string[] {
  const valuesOf = (table: Table | undefined, keys: readonly string[]) =>
    table?.rows.map((row) => JSON.stringify(keys.map((key) => row[table.fields.indexOf(key)] ?? null))) ?? [];
  const list = (keys: string | readonly string[] | undefined) => (typeof keys === 'string' ? [keys] : (keys ?? []));
  const faults: string[] = [];
  const own = valuesOf(tables.get(name), list(schema.primaryKey));
  if (schema.primaryKey && new Set(own).size < own.length) faults.push(`${name}: a primary key stands twice`);
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const there = new Set(valuesOf(tables.get(reference.resource), list(reference.fields)));
    const lost = valuesOf(tables.get(name), list(fields)).filter((each) => !/^\[null/.test(each) && !there.has(each));
    if (lost.length > 0) faults.push(`${name}: ${lost.length} rows lead nowhere`);
  }
  return faults;
}

/** RFC 4180, letter by letter. */
function cellsIn(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') [row, cell] = [[...row, cell], ''];
    else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += letter;
  }
  return rows;
}
