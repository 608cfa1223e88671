import { useEffect, useState } from 'react';
import { codesOf } from '#domain/codes.ts';
import { faultsIn, type SittingFault, type SittingSoFar } from '#domain/people/consents/sitting.ts';
import { isEmpty, isTooLittle } from '#domain/people/consents/strokes.ts';
import { relationships, responsibilities } from '#domain/people-codes.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FieldError, SelectField, TextField } from '#ui/field.tsx';
import type { IconName } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Stack } from '#ui/stack.tsx';
import styles from './handed.module.css';
import { Pad } from './pad.tsx';
import { namesOf, type PageProps, written } from './page.ts';
import { Top } from './top.tsx';

type Way = NonNullable<SittingSoFar['way']>;

const ways = (agree: Frame['agree']): { value: Way; label: string; icon: IconName }[] => [
  { value: 'drawn', label: agree.draw, icon: 'pen' },
  { value: 'typed', label: agree.type, icon: 'keyboard' },
  { value: 'spoken', label: agree.say, icon: 'say' },
  { value: 'mark', label: agree.mark, icon: 'cross' },
];

/** The words of what is missing, and the field they lead to. */
const faultWords = ({
  errors,
  people,
}: Frame): Record<SittingFault, { readonly fieldId: string; readonly message: string }> => ({
  way: { fieldId: 'way', message: errors.way },
  witness: { fieldId: 'way', message: people.witnessNeeded },
  drawMore: { fieldId: 'draw-more', message: errors.drawMore },
  name: { fieldId: 'full-name', message: errors.name },
  childsName: { fieldId: 'full-name', message: errors.childsName },
  relationship: { fieldId: 'relationship', message: errors.relationship },
  responsibility: { fieldId: 'responsibility', message: errors.responsibility },
  right: { fieldId: 'right', message: errors.right },
});

/** Null once it is kept; else what went wrong, in their words. */
export type OnAgree = (frame: Frame) => Promise<string | null>;
type AgreeProps = PageProps & { readonly onAgree: OnAgree };

/** The last page: three equal ways to agree, and a mark for somebody who does not write. */
export function Agree({ onAgree, ...props }: AgreeProps) {
  const { sitting, so, frame, change, go, shown } = props;
  const { agree, errors } = frame;
  const [tried, setTried] = useState(0);
  const [failed, setFailed] = useState<string | null>(null);
  const found = tried > 0 ? faultsIn(sitting, so, isTooLittle) : [];
  const words = faultWords(frame);
  const errorOf = (...faults: readonly SittingFault[]) => {
    const [first] = faults.filter((fault) => found.includes(fault));
    return first && words[first].message;
  };
  const press = useOnce(async () => {
    setTried((before) => before + 1);
    setFailed(null);
    if (faultsIn(sitting, so, isTooLittle).length > 0) return false;
    const trouble = await onAgree(frame);
    setFailed(trouble);
    return trouble === null;
  });
  const name = namesOf(sitting, shown);
  // They had agreed when the phone was closed: that is finished, not asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes back
  useEffect(() => {
    if (so.agreedAtMs) void press();
  }, []);

  return (
    <HandedPage
      {...written(shown)}
      roof={
        <>
          <span>{frame.consentFor(name)}</span>
          <span>{frame.lastStep}</span>
        </>
      }
      note={agree.anyDay}
      buttons={
        <>
          <Button size="large" icon="back" aria-label={frame.back} onClick={() => go('check')} />
          <Button kind="primary" size="large" onClick={() => void press()}>
            {agree.button}
          </Button>
        </>
      }
    >
      <Stack>
        <Top {...props} />
        <ErrorSummary title={errors.title} errors={found.map((fault) => words[fault])} tries={tried} />
        {failed !== null && <Notice kind="danger" title={failed} />}
        {sitting.way === 'link' ? (
          <h1 className={styles.heading}>{agree.type}</h1>
        ) : (
          <>
            <Choice
              id="way"
              legend={<h1 className={styles.heading}>{agree.title}</h1>}
              options={ways(agree)}
              value={so.way ?? undefined}
              // A name that somebody else wrote is nobody’s signature.
              onChange={(way) =>
                change({ way, ...(way === 'typed' && so.fullName === sitting.giver.name && { fullName: '' }) })
              }
              error={errorOf('way', 'witness')}
            />
            <Way {...props} error={errorOf('drawMore')} />
          </>
        )}
        <TextField
          id="full-name"
          label={agree.fullName}
          value={so.fullName}
          maxLength={200}
          error={errorOf('name', 'childsName')}
          onChange={(event) => change({ fullName: event.target.value })}
        />
        {!sitting.giver.isSelf && <Belonging {...props} errorOf={errorOf} />}
        <div>
          <FieldError id="right" error={errorOf('right')} />
          <Tick id="right" label={agree.right} checked={so.right} onChange={(right) => change({ right })} />
        </div>
      </Stack>
    </HandedPage>
  );
}

function Way({ sitting, so, frame, change, error }: PageProps & { readonly error: string | undefined }) {
  const { agree, people } = frame;
  const witness = sitting.witness?.name;
  const seen = witness ? people.witness(witness) : people.witnessNeeded;
  if (so.way === 'spoken')
    return (
      <Notice kind="info" title={agree.sayHint}>
        {seen}
      </Notice>
    );
  if (so.way !== 'drawn' && so.way !== 'mark') return null;
  const { strokes } = so;
  const without = strokes && { ...strokes, strokes: strokes.strokes.slice(0, -1) };
  return (
    <div>
      {so.way === 'mark' && (
        <p>
          {agree.markHint} {seen}
        </p>
      )}
      <FieldError id="draw-more" error={error} />
      {error !== undefined && so.way === 'drawn' && !isEmpty(strokes) && (
        <Button size="inline" id="draw-more" onClick={() => change({ way: 'mark' })}>
          {agree.isMark}
        </Button>
      )}
      <Pad
        label={agree.pad}
        drawn={agree.padDrawn}
        strokes={strokes}
        invalid={error !== undefined}
        onChange={(drawn) => change({ strokes: drawn })}
      />
      <div className={styles.padFoot}>
        <small>{agree.pad}</small>
        <Button size="inline" icon="undo" onClick={() => change({ strokes: without })}>
          {agree.undo}
        </Button>
        <Button size="inline" onClick={() => change({ strokes: null })}>
          {agree.clear}
        </Button>
      </div>
    </div>
  );
}

type BelongingProps = PageProps & { readonly errorOf: (...faults: readonly SittingFault[]) => string | undefined };

function Belonging({ sitting, so, frame, change, errorOf, shown }: BelongingProps) {
  const { agree, responsibility } = frame;
  const name = namesOf(sitting, shown);
  const words = { yes: responsibility.yes, no: responsibility.no, 'not sure': responsibility.notSure };
  const options = codesOf(responsibilities).map((value) => ({ value, label: words[value] }));
  return (
    <>
      <SelectField
        id="relationship"
        label={agree.iAm(name)}
        value={so.relationship ?? ''}
        error={errorOf('relationship')}
        onChange={(event) => {
          const [code] = relationships.find(([each]) => each === event.target.value) ?? [];
          change({ relationship: code ?? null });
        }}
      >
        <option value="" />
        {relationships.map(([code]) => (
          <option key={code} value={code}>
            {agree.relationships[code]}
          </option>
        ))}
      </SelectField>
      <Choice
        id="responsibility"
        legend={responsibility.question(name)}
        hint={responsibility.hint}
        options={options}
        tile="7rem"
        value={so.responsibility ?? undefined}
        onChange={(said) => change({ responsibility: said })}
        error={errorOf('responsibility')}
      />
      {so.responsibility !== null && so.responsibility !== 'yes' && (
        <Notice kind="info" title={responsibility.follows(name)} />
      )}
    </>
  );
}
