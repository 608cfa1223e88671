import { type CSSProperties, type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { described, FieldError } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';
import { classes } from './link.ts';

export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: IconName | undefined;
  /** At the far end: how many are left, a time, a state. */
  readonly end?: ReactNode;
};

type SetProps<Value extends string> = {
  readonly legend: ReactNode;
  readonly options: ReadonlyArray<Option<Value>>;
  /** The question already stands above; it is still read out. */
  readonly legendHidden?: boolean | undefined;
  readonly name?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The id of the first answer, for the error summary. */
  readonly id?: string | undefined;
  /** large: 80 px answers for hand-over. plain: ruled lines without tiles. */
  readonly look?: 'tiles' | 'large' | 'plain' | undefined;
  /** The least width of a tile, when answers may stand side by side: "9rem". */
  readonly tile?: string | undefined;
};

type ChoiceProps<Value extends string> = SetProps<Value> & {
  /** Nothing is chosen for anyone: undefined until somebody chooses. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
};

type TicksProps<Value extends string> = SetProps<Value> & {
  readonly values: ReadonlyArray<Value>;
  readonly onChange: (values: ReadonlyArray<Value>) => void;
};

type MarkProps = {
  readonly type: 'radio' | 'checkbox';
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

type TileProps<Value extends string> = {
  readonly option: Omit<Option<Value>, 'value'>;
  readonly mark: MarkProps;
  readonly ruled?: boolean | undefined;
};

function Tile<Value extends string>({ option, mark, ruled = false }: TileProps<Value>) {
  return (
    <label className={classes(styles.tile, ruled && styles.ruled)}>
      <input {...mark} className={styles.mark} onChange={(event) => mark.onChange(event.target.checked)} />
      {option.icon !== undefined && <Icon name={option.icon} />}
      <span className={styles.words}>
        {option.label}
        {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
      </span>
      {option.end !== undefined && <small>{option.end}</small>}
    </label>
  );
}

type TilesProps<Value extends string> = {
  readonly set: SetProps<Value>;
  readonly type: MarkProps['type'];
  readonly isOn: (value: Value) => boolean;
  readonly onMark: (value: Value, on: boolean) => void;
};

/** A question over its answers. */
function Tiles<Value extends string>({ set, type, isOn, onMark }: TilesProps<Value>) {
  const own = useId();
  const id = set.id ?? own;
  const style: CSSProperties & { '--tile'?: string } = set.tile === undefined ? {} : { '--tile': set.tile };
  const look = set.look === 'large' || set.look === 'plain' ? styles[set.look] : undefined;
  return (
    <fieldset {...described(id, set)} className={look}>
      <legend className={set.legendHidden === true ? styles.spoken : styles.legend}>{set.legend}</legend>
      {set.hint !== undefined && (
        <div className={styles.hint} id={`${id}-hint`}>
          {set.hint}
        </div>
      )}
      <FieldError id={id} error={set.error} />
      <div className={styles.tiles} style={style}>
        {set.options.map((option, index) => (
          <Tile
            key={option.value}
            option={option}
            mark={{
              ...{ type, id: index === 0 ? id : undefined, name: set.name ?? own, value: option.value },
              checked: isOn(option.value),
              onChange: (on) => onMark(option.value, on),
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One answer of several, as big tiles: `<Choice legend="How sure?" options={…} value={sure} onChange={setSure} />`. */
export function Choice<Value extends string>({ value, onChange, ...set }: ChoiceProps<Value>) {
  return <Tiles set={set} type="radio" isOn={(each) => each === value} onMark={(each) => onChange(each)} />;
}

/** Any number of answers: `<Ticks legend="All in it?" options={…} values={parts} onChange={setParts} />`. */
export function Ticks<Value extends string>({ values, onChange, ...set }: TicksProps<Value>) {
  const mark = (value: Value, on: boolean) =>
    onChange(on ? [...values, value] : values.filter((each) => each !== value));
  return <Tiles set={set} type="checkbox" isOn={(each) => values.includes(each)} onMark={mark} />;
}

type TickProps = Omit<Option<string>, 'value'> & {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** A line of a list instead of a tile: as many as fit on a page. */
  readonly ruled?: boolean | undefined;
};

/** A single tick in a tile: `<Tick label="Everyone is off site" checked={off} onChange={setOff} end="18:04" />`. */
export function Tick({ checked, onChange, name, id, ruled, ...option }: TickProps) {
  return <Tile ruled={ruled} option={option} mark={{ type: 'checkbox', checked, onChange, name, id }} />;
}

type RowTickProps = {
  /** Spoken: whose row it is. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** The tick of a row or a card, where the row is its words. */
export const RowTick = ({ label, checked, onChange }: RowTickProps) => (
  <input
    type="checkbox"
    className={styles.mark}
    aria-label={label}
    checked={checked}
    onChange={(event) => onChange(event.target.checked)}
  />
);
