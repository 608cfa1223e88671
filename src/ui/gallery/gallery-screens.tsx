import { type BarItem, BottomBar, LiveStrip } from '#ui/bottom-bar.tsx';
import { Button, buttonClass, IconButton } from '#ui/button.tsx';
import { Item, List, SplitCard } from '#ui/card.tsx';
import { Desk, type RailPlace } from '#ui/desk.tsx';
import { DeskPage } from '#ui/desk-page.tsx';
import { SearchField } from '#ui/field.tsx';
import { FoldingBar } from '#ui/folding-bar.tsx';
import { Icon } from '#ui/icon.tsx';
import { PhonePage, RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Figure, Figures, Panel, Panels } from '#ui/panels.tsx';
import { Pill, StateWord } from '#ui/pill.tsx';
import { RegisterRow } from '#ui/register-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { Stage } from '#ui/stage.tsx';
import { Table } from '#ui/table.tsx';
import { Total } from '#ui/total.tsx';
import { UndoBar } from '#ui/undo-bar.tsx';

const nothing = () => {};

const places: ReadonlyArray<BarItem> = [
  { to: '/', label: 'Today', icon: 'bandstand' },
  { to: '/people', label: 'People', icon: 'people' },
  { to: '/boxes', label: 'Boxes', icon: 'box' },
  { to: '/more', label: 'More', icon: 'more' },
];

const sun = <IconButton icon="sun" label="Sunlight" pressed={false} />;
const pill = (
  <Pill state="phone" count={23} link={(parts) => <a href="#sync" {...parts} />}>
    On this phone
  </Pill>
);

/** Today, with the live session on the stage. */
export function Today() {
  const roof = (
    <>
      <RoofBar sun={sun} pill={pill} />
      <RoofTitle title="Today">Thursday 8 October</RoofTitle>
    </>
  );
  const bar = (
    <>
      <LiveStrip link={(parts) => <a href="#register" {...parts} />}>Live: Windmill Hill, 23 here</LiveStrip>
      <BottomBar
        label="Places"
        items={places}
        link={(item, parts) => (
          <a href={`#${item.to}`} aria-current={item.to === '/' ? 'page' : undefined} {...parts} />
        )}
      />
    </>
  );
  return (
    <RoofPage roof={roof} bottom={bar}>
      <Stage
        live="Live since 16:00"
        title="Windmill Hill"
        total={<Total size="big" total={23} named={14} counted={9} />}
        action={
          <a href="#register" className={buttonClass({ kind: 'primary', wide: true })}>
            Open the register <Icon name="next" />
          </a>
        }
        foot={
          <>
            <Icon name="light" size={20} /> Light until 18:22 · 1 h 34 left
          </>
        }
      />
      <SplitCard over="Next · 18:30" strong="Woodlands Park" action={<Button size="inline">Start</Button>} />
      <List>
        <Item icon="paper" link={(parts) => <a href="#consents" {...parts} />}>
          <b>2 consents</b> run out this week
        </Item>
      </List>
    </RoofPage>
  );
}

const actions = [
  { label: 'Hand over', icon: 'hand-over', onClick: nothing },
  { label: 'Boxes', icon: 'box', onClick: nothing },
  { label: 'Note', icon: 'note', onClick: nothing },
  { label: 'Finish', icon: 'flag', onClick: nothing },
] as const;

/** The live register. */
export function Register() {
  const bottom = (
    <FoldingBar
      last={
        <UndoBar onUndo={async () => {}}>
          <b>Amira K</b> is here
        </UndoBar>
      }
      search={<SearchField label="Find a name" />}
      add={{ label: 'Add', icon: 'plus', onClick: nothing }}
      label="In this session"
      actions={actions}
    />
  );
  return (
    <PhonePage
      title="Windmill Hill"
      subtitle="Light until 18:22"
      back={({ children, ...parts }) => (
        <a href="#today" {...parts}>
          {children}
        </a>
      )}
      sun={sun}
      pill={pill}
      bottom={bottom}
      flush
    >
      <Total total={24} named={15} counted={9} end={<Button kind="soft">+1</Button>} />
      <Stack>
        <RegisterRow
          id="a"
          state="here"
          name="Amira K"
          shape={0}
          colour={0}
          line="blue oak · Y8"
          word="Here"
          time="16:02"
          onPress={nothing}
          onMore={nothing}
          moreLabel="More about Amira K"
        />
      </Stack>
    </PhonePage>
  );
}

const rail: ReadonlyArray<RailPlace> = [
  { to: '/overview', label: 'Overview', icon: 'grid' },
  { to: '/sessions', label: 'Sessions', icon: 'calendar' },
  { to: '/consents', label: 'Consents', icon: 'paper-ok', count: 6 },
];

/** The coordinator's Overview. */
export function Desktop() {
  return (
    <Desk
      label="Places"
      places={rail}
      link={(place, parts) => (
        <a href={`#${place.to}`} aria-current={place.to === '/overview' ? 'page' : undefined} {...parts} />
      )}
      name="Priya N"
      duty="Coordinator, Stepping Out"
    >
      <DeskPage
        painted
        title="Overview"
        end={
          <Button kind="roof" iconEnd="down">
            All parks
          </Button>
        }
      >
        <Figures>
          <Figure value={462} label="attendances" note="310 named + 152 counted" />
          <Figure value="91%" label="may take part" note="102 of 112 have consent" />
        </Figures>
        <Panels>
          <Panel title="Needs you">
            <List>
              <Item icon="warning" link={(parts) => <a href="#look" {...parts} />}>
                <b>1 record</b> needs a look
              </Item>
            </List>
          </Panel>
          <Panel wide title="Latest sessions" end={<a href="#sessions">All 19</a>}>
            <LatestSessions />
          </Panel>
        </Panels>
      </DeskPage>
    </Desk>
  );
}

function LatestSessions() {
  return (
    <Table caption="Latest sessions" captionHidden>
      <thead>
        <tr>
          <th scope="col">Park</th>
          <th scope="col" data-number>
            Here
          </th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Windmill Hill</th>
          <td data-number>31</td>
          <td>
            <StateWord state="confirmed">Finished</StateWord>
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All parks</th>
          <td data-number>462</td>
          <td />
        </tr>
      </tfoot>
    </Table>
  );
}
