import { type ReactNode, useState } from 'react';
import { Answer, Answers, BigLink, Fold, Journey } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Item, List, SplitCard } from '#ui/card.tsx';
import { Choice } from '#ui/choice.tsx';
import { CountRow } from '#ui/count-row.tsx';
import { Face } from '#ui/face.tsx';
import { TextArea } from '#ui/field.tsx';
import { Icon, iconNames } from '#ui/icon.tsx';
import { Leaf, leafColours, leafName, leafShapes } from '#ui/leaf.tsx';
import { Empty, Notice, Remark, Steps } from '#ui/notice.tsx';
import { Pill, StateWord } from '#ui/pill.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { RegisterRow } from '#ui/register-row.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { TallyStrokes } from '#ui/tally-strokes.tsx';
import { Total } from '#ui/total.tsx';
import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import styles from './gallery.module.css';
import { Buttons, Choices, Fields, faceWords } from './gallery-forms.tsx';
import { Desktop, Register, Today } from './gallery-screens.tsx';

const themes = ['day', 'dusk', 'sunlight'] as const;
const screens = ['parts', 'today', 'register', 'desk'] as const;
const nothing = () => {};

/** Every part in every state, in the three lights, and three screens made of them. Only for development. */
export function Gallery() {
  const [theme, setTheme] = useState<(typeof themes)[number]>('day');
  const [screen, setScreen] = useState<(typeof screens)[number]>('parts');
  return (
    <div data-theme={theme}>
      {screen === 'parts' && <Parts />}
      {screen === 'today' && <Today />}
      {screen === 'register' && <Register />}
      {screen === 'desk' && <Desktop />}
      <aside className={styles.gallery} aria-label="What to show">
        <Choice
          legend="Light"
          tile="7rem"
          options={themes.map((value) => ({ value, label: value }))}
          value={theme}
          onChange={setTheme}
        />
        <Choice
          legend="Show"
          tile="7rem"
          options={screens.map((value) => ({ value, label: value }))}
          value={screen}
          onChange={setScreen}
        />
      </aside>
    </div>
  );
}

function Parts() {
  return (
    <main className={styles.gallery}>
      <h1>Parts</h1>
      <Section title="Buttons" part={<Buttons />} />
      <Section title="Fields" part={<Fields />} />
      <Section title="Answers" part={<Choices />} />
      <Section title="Register" part={<Rows />} />
      <Section title="Counts" part={<Counts />} />
      <Section title="Where a record is" part={<Records />} />
      <Section title="Cards and lists" part={<Cards />} />
      <Section title="Tabs, sheet, PIN" part={<Widgets />} />
      <Section title="Marks" part={<Marks />} />
    </main>
  );
}

function Section({ title, part }: { title: string; part: ReactNode }) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <div className={styles.stack}>{part}</div>
    </section>
  );
}

function Rows() {
  const same = { onPress: nothing, onMore: nothing, moreLabel: 'More' };
  const flag = <Icon name="medical" size={20} label="Allergy or medical need" />;
  return (
    <>
      <Stack>
        <RegisterRow
          {...same}
          id="a"
          state="here"
          name="Amira K"
          flags={flag}
          shape={0}
          colour={0}
          line="blue oak · Y8"
          word="Here"
          time="16:02"
        />
        <RegisterRow {...same} id="b" state="not-here" name="Ben T" shape={2} colour={1} line="red fern · Y7" />
        <RegisterRow
          {...same}
          id="c"
          state="left"
          name="Ioana M"
          shape={3}
          colour={2}
          line="green ash · Y9"
          word="Left"
          time="16:40"
        />
      </Stack>
      <UndoBar onUndo={async () => {}}>
        <b>Mohammed S</b> is here
      </UndoBar>
      <Announcement>Mohammed S, here, 24 in total</Announcement>
    </>
  );
}

function Counts() {
  const same = { onAdd: nothing, onTake: nothing, addLabel: 'One more', takeLabel: 'One less' };
  return (
    <>
      <Total total={24} named={15} counted={9} end={<Button kind="soft">+1</Button>} />
      <Total size="big" total={23} named={14} counted={9} />
      <CountRow {...same} label="10–12" count={7} />
      <CountRow {...same} label="13–15" count={31} />
      <CountRow {...same} label="20 and over" count={0} />
      <TallyStrokes count={13} />
    </>
  );
}

function Records() {
  return (
    <>
      <div className={styles.line}>
        {(['phone', 'sending', 'sent', 'confirmed', 'look', 'idle'] as const).map((state) => (
          <Pill key={state} state={state} count={23} link={(parts) => <a href="#sync" {...parts} />}>
            {state === 'phone' ? 'On this phone' : state}
          </Pill>
        ))}
      </div>
      <div className={styles.line}>
        {(['phone', 'sending', 'sent', 'confirmed', 'look'] as const).map((state) => (
          <StateWord key={state} state={state}>
            {state}
          </StateWord>
        ))}
      </div>
      <Journey
        label="Where the records are"
        legs={[
          { icon: 'phone', count: 26, words: 'On this phone' },
          { icon: 'sent', count: 0, words: 'Sent' },
          { icon: 'double-tick', count: 212, words: 'Confirmed 14:05' },
        ]}
      />
      <Notice kind="warn" title="Session at Stone" action={<Button size="inline">Look</Button>}>
        Finish is before start.
      </Notice>
      <Notice kind="info">Data as at 20:15.</Notice>
      <Notice kind="danger">This phone’s clock is 3 days ahead.</Notice>
      <Notice kind="ok" title="212 sent, 212 on the server.">
        Nothing is missing.
      </Notice>
    </>
  );
}

function Cards() {
  return (
    <>
      <Card>A sheet of paper.</Card>
      <SplitCard over="Next · 18:30" strong="Woodlands Park" action={<Button size="inline">Start</Button>} />
      <SplitCard
        kind="info"
        lead={<Leaf shape={5} colour={3} size={30} />}
        strong="Zakariya R"
        under="amber birch · Y7"
      />
      <List>
        <Item icon="paper" link={(parts) => <a href="#consents" {...parts} />}>
          <b>2 consents</b> run out this week
        </Item>
        <Item end="16:51">
          <b>1</b> new person
        </Item>
      </List>
      <Answers>
        <Answer label="Named" value={18} change={<a href="#named">Change</a>} />
        <Answer label="Photos" value="No" words />
        <Answer label="Here in all" value={31} total />
      </Answers>
      <Fold title="What would you change?" note="Not answered">
        <TextArea label="What would you change?" />
      </Fold>
      <Remark>If you choose no, Ioana can take part as the others do.</Remark>
      <Steps at={3} of={5} label="3 of 5" />
      <BigLink first icon="tally" title="Count" note="19 here" link={(parts) => <a href="#count" {...parts} />} />
      <BigLink icon="here" title="Who’s here" note="8 of 26 names" link={(parts) => <a href="#here" {...parts} />} />
      <Empty icon="box" title="No boxes with you" action={<Button>Take some along</Button>}>
        Boxes you take from the store are listed here.
      </Empty>
    </>
  );
}

const tabs = [
  { id: 'all', label: 'All', count: 42 },
  { id: 'here', label: 'Here', count: 15 },
] as const;

function Widgets() {
  const [tab, setTab] = useState<'all' | 'here'>('all');
  const [open, setOpen] = useState(false);
  const [pin, setPin] = useState('');
  return (
    <>
      <Tabs label="Register" tabs={tabs} selected={tab} onSelect={setTab}>
        The list of {tab}
      </Tabs>
      <Tabs label="Session" look="boxes" tabs={tabs} selected={tab} onSelect={setTab}>
        The same at the desk
      </Tabs>
      <Button onClick={() => setOpen(true)}>Open a sheet</Button>
      <Sheet open={open} title="Remove Amira’s arrival?" onClose={() => setOpen(false)}>
        <Button kind="danger">Remove</Button>
        <Button onClick={() => setOpen(false)}>Keep</Button>
      </Sheet>
      <PinPad
        label="Your PIN"
        value={pin}
        onChange={setPin}
        onWhole={() => setPin('')}
        error="Not this PIN. 2 tries left."
      />
    </>
  );
}

function Marks() {
  return (
    <>
      <ul className={styles.marks}>
        {Array.from({ length: leafShapes }, (_, shape) => shape).map((shape) => (
          <li key={shape}>
            <Leaf shape={shape} colour={shape % leafColours} size={32} />
            {leafName(shape, shape % leafColours)}
          </li>
        ))}
      </ul>
      <ul className={styles.marks}>
        {([1, 2, 3, 4, 5] as const).map((n) => (
          <li key={n}>
            <Face n={n} />
            {faceWords[n - 1]}
          </li>
        ))}
      </ul>
      <ul className={styles.marks}>
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} />
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
