import type { ReactNode } from 'react';
import { newId } from '#db/person.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Stack } from '#ui/stack.tsx';

/** A line of its own record: its id is minted when it is begun. */
export type LineOf = { readonly id: string };

type LinesProps<Line extends LineOf> = {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
  readonly empty: Omit<Line, 'id'>;
  /** `Add another need` */
  readonly add: string;
  /** `Remove need 2` */
  readonly remove: (at: number) => string;
  readonly children: (line: Line, change: (changed: Partial<Line>) => void) => ReactNode;
};

/** Several of one thing, each with its own fields, as many as there are. */
export function Lines<Line extends LineOf>({ lines, onChange, empty, add, remove, children }: LinesProps<Line>) {
  return (
    <Stack>
      {lines.map((line, at) => (
        <Card key={line.id}>
          <Stack>
            {children(line, (changed) =>
              onChange(lines.map((each) => (each.id === line.id ? { ...each, ...changed } : each))),
            )}
            <Button size="inline" kind="quiet" onClick={() => onChange(lines.filter(({ id }) => id !== line.id))}>
              {remove(at + 1)}
            </Button>
          </Stack>
        </Card>
      ))}
      <Button icon="plus" onClick={() => onChange([...lines, { ...empty, id: newId() } as Line])}>
        {add}
      </Button>
    </Stack>
  );
}

/** Lines as fields of a set; those that went are emptied. */
export const elementsIn = <Line extends LineOf>(
  set: string,
  before: readonly Line[],
  lines: readonly Line[],
  of: (line: Line) => unknown,
) =>
  Object.fromEntries([
    ...before.map(({ id }) => [`${set}/${id}`, ''] as const),
    ...lines.map((line) => [`${set}/${line.id}`, of(line)] as const),
  ]);
