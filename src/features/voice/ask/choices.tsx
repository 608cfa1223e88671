import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { isPicture, Picture } from '#features/voice/pictures/picture.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import type { FaceNumber } from '#ui/face.tsx';
import { Faces } from '#ui/faces.tsx';
import { Pair } from '#ui/pair.tsx';
import type { AskProps } from './question.tsx';
import { Rank } from './rank.tsx';
import type { AskWords } from './words.ts';

type ChoicesProps = Omit<AskProps, 'onChange'> & {
  readonly own: AskWords;
  readonly onChoose: (value: string | readonly string[] | undefined) => void;
};

/** A question that is answered from a list: faces, two pictures, one of them, several of them, their order. */
export function Choices({ question, texts, value, own, onChoose }: ChoicesProps) {
  const { name, type, scale, options = [] } = question;
  const legend = texts[`q:${name}`] ?? '';
  const words = (option: string) => texts[`o:${name}:${option}`] ?? option;
  const all = optionsOf(question).map((option) => ({ value: option, label: words(option) }));
  const one = typeof value === 'string' ? value : undefined;
  const many = Array.isArray(value) ? (value as readonly string[]) : []; // a value that is a list is one of options
  const chooseMany = (chosen: readonly string[]) => onChoose(chosen.length > 0 ? chosen : undefined);

  if (type === 'faces') {
    const [a, b, c, d, e] = all.map(({ label }) => label);
    const face = one === undefined ? undefined : (Number(one) as FaceNumber); // '1' to '5'
    return (
      <Faces
        {...{ legend, value: face, set: scale }}
        legendHidden
        words={[a ?? '', b ?? '', c ?? '', d ?? '', e ?? '']}
        onChange={(n) => onChoose(String(n))}
      />
    );
  }
  if (type === 'thisOrThat') {
    const drawn = options.every(({ picture }) => isPicture(picture));
    const cards = all.map((each, n) => ({
      ...each,
      picture: drawn ? <Picture name={options[n]?.picture} /> : undefined,
    }));
    return <Pair {...{ legend, cards, or: own.or, value: one }} onChange={onChoose} />;
  }
  if (type === 'severalOf')
    return (
      <Ticks
        {...{ legend, options: all, values: many, hint: own.several }}
        legendHidden
        look="large"
        onChange={chooseMany}
      />
    );
  if (type === 'rank')
    return <Rank {...{ legend, options: all, order: many, hint: own.order }} onChange={chooseMany} />;
  return <Choice {...{ legend, options: all, value: one }} legendHidden look="large" onChange={onChoose} />;
}
