import styles from '#features/boxes/desk/boxes.module.css';
import { Choice } from '#ui/choice.tsx';
import { KitIcon, kitNames } from '#ui/kit.tsx';

/** The drawing a set is known by on phones. */

type SetPictureProps = { readonly value: string; readonly onChange: (icon: string) => void };

export const kitWords = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

export function SetPicture({ value, onChange }: SetPictureProps) {
  return (
    <div className={styles.pictures}>
      <Choice
        legend="Its picture on phones"
        tile="8.25rem"
        options={kitNames.map((name) => ({
          value: name,
          label: (
            <>
              <KitIcon name={name} size={44} />
              {kitWords(name)}
            </>
          ),
        }))}
        value={kitNames.find((name) => name === value)}
        onChange={onChange}
      />
    </div>
  );
}
