import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import styles from '#desk/import/import.module.css';
import { runsProgramme } from '#domain/records/access.ts';
import { openPlaces } from '#domain/stock/places.ts';
import { inOrder } from '#domain/stock/sets.ts';
import type { StockView } from '#domain/stock/view.ts';
import { openSets } from '#features/boxes/desk/words.ts';
import { freshCode } from '#features/boxes/forms/place.tsx';
import { SelectField } from '#ui/field.tsx';
import type { NewThing, NoteSaid, unknownIn } from './read.ts';

/** Names that nothing here has: somebody says what they are, or makes the thing new. */

type NamesProps = {
  readonly view: StockView;
  readonly partner: string;
  readonly said: NoteSaid;
  readonly unknown: ReturnType<typeof unknownIn>;
  readonly onSay: (changed: Partial<NoteSaid>) => void;
};

export function UnknownNames({ view, partner, said, unknown: { items, places }, onSay }: NamesProps) {
  const { me } = useDesk();
  if (items.length + places.length === 0) return null;
  const mayMake = runsProgramme(me.rights);

  function sayItem(key: string, name: string, answer: string) {
    const known = said.fresh.find((thing) => thing.name === name);
    if (answer !== 'new') return onSay({ items: { ...said.items, [key]: answer } });
    const thing = known ?? made(view, name, said.fresh);
    onSay({ items: { ...said.items, [key]: thing.id }, fresh: known ? said.fresh : [...said.fresh, thing] });
  }

  return (
    <fieldset className={styles.columns}>
      <legend>Not known here</legend>
      {items.map(({ key, name, on }) => (
        <SelectField
          key={key}
          label={`What is “${name}”?`}
          hint={onLines(on)}
          value={said.fresh.some(({ id }) => id === said.items[key]) ? 'new' : (said.items[key] ?? '')}
          onChange={({ target }) => sayItem(key, name, target.value)}
        >
          <option value="">Not said yet</option>
          {mayMake && <option value="new">A new thing, called that</option>}
          <optgroup label="It is">
            {openSets(view)
              .sort(inOrder)
              .map(({ id, body }) => (
                <option key={id} value={id}>
                  {body.name}
                </option>
              ))}
          </optgroup>
        </SelectField>
      ))}
      {places.map(({ key, name, on }) => (
        <SelectField
          key={key}
          label={`Where is “${name}”?`}
          hint={onLines(on)}
          value={said.places[key] ?? ''}
          onChange={({ target }) => onSay({ places: { ...said.places, [key]: target.value } })}
        >
          <option value="">Not said yet</option>
          {openPlaces(view, partner).map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </SelectField>
      ))}
      {items.length > 0 && !mayMake && (
        <p className={styles.wide}>A new thing is made by the programme coordinator, in Set-up, Boxes.</p>
      )}
    </fieldset>
  );
}

const onLines = (lines: readonly number[]): string =>
  `On line${lines.length === 1 ? '' : 's'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' and more' : ''}`;

function made(view: StockView, name: string, fresh: readonly NewThing[]): NewThing {
  const taken = [...view.sets, ...fresh.map(({ id, code }) => ({ id, body: { name: '', code } }))];
  return { id: newId(), name: name.slice(0, 200), code: freshCode({ ...view, sets: taken }) };
}
