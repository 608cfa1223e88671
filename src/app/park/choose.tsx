import { type Option, Ticks } from '#ui/choice.tsx';
import { type Switch, turn, useSwitches } from './switches.ts';

/** Whether this browser can do it. */
const can: Readonly<Record<Switch, boolean>> = {
  awake: 'wakeLock' in navigator,
  count: 'setAppBadge' in navigator,
  buzz: 'vibrate' in navigator,
  dusk: true,
  pause: true,
};

const options: readonly Option<Switch>[] = [
  { value: 'awake', label: 'Keep the screen on', hint: 'While a session is on' },
  { value: 'buzz', label: 'Buzz', hint: 'As you mark or count somebody' },
  { value: 'dusk', label: 'Offer Dusk', hint: 'Once the sun has set' },
  { value: 'pause', label: 'Pause button', hint: 'On the register, for rain on the screen' },
  { value: 'count', label: 'Number on the icon', hint: 'How many are not sent yet' },
];

/** What this phone does of itself, each with its switch; what the browser cannot do is not offered. */
export function InThePark() {
  const on = useSwitches();
  function choose(chosen: readonly Switch[]) {
    // An iPhone shows numbers only where it may show messages; it asks only as something is pressed.
    if (chosen.includes('count') && !on.includes('count') && 'Notification' in window)
      void Notification.requestPermission();
    turn(chosen);
  }
  return (
    <Ticks
      legend="In the park"
      look="plain"
      options={options.filter(({ value }) => can[value])}
      values={on}
      onChange={choose}
    />
  );
}
