import type { ColumnsOf, TableKind } from '#domain/reports/table.ts';

/** A delivery note as a table: what its columns can hold. */

const roles = ['item', 'number', 'place'] as const;
export type Role = (typeof roles)[number];
export type Columns = ColumnsOf<Role>;

export const noteTable: TableKind<Role> = {
  roles,
  names: {
    item: 'item,items,set,what,description,product,article,equipment,thing,name,code,sku'.split(','),
    number: 'number,quantity,qty,n,no,count,how many,amount,units,pieces,delivered,received'.split(','),
    place: 'place,where,holder,to,location,into'.split(','),
  },
  alone: ['n', 'to'],
  optional: ['place'],
  telling: ['item', 'number'],
};
