import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { periodSearch } from '#desk/period.ts';
import { Screen } from '#desk/screen.tsx';
import styles from './voice.module.css';

/** The frame of Voice at the desk: one page for each of its tabs, in one place of the rail. */

/** Its tabs, in their order. One that is added has its line here and its route in app/routes.tsx. */
export const voiceTabs = [
  { id: 'ideas', label: 'Ideas', path: '/desk/voice' },
  { id: 'answers', label: 'Answers', path: '/desk/voice/answers' },
  { id: 'forms', label: 'Forms', path: '/desk/voice/forms' },
  { id: 'indicators', label: 'Indicators', path: '/desk/voice/indicators' },
] as const;
export type VoiceTab = (typeof voiceTabs)[number]['id'];

type VoiceScreenProps = {
  readonly tab: VoiceTab;
  /** How many stand under a tab, where it is known. */
  readonly counts?: Readonly<Partial<Record<VoiceTab, number | undefined>>>;
  /** Filters and buttons, in the top bar. */
  readonly end?: ReactNode;
  /** At the far end of the tabs: what the page comes to, in numbers. */
  readonly sum?: ReactNode;
  readonly dataAsAt?: string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A tab of Voice as a page. Going to another takes the period along. */
export function VoiceScreen({ tab, counts = {}, sum, children, ...rest }: VoiceScreenProps) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const tabs = voiceTabs.map(({ id, label }) => ({ id, label, count: counts[id] }));
  const go = (id: VoiceTab) =>
    navigate(`${voiceTabs.find((each) => each.id === id)?.path ?? '/desk/voice'}${periodSearch(search)}`);
  return (
    <Screen title="Voice" {...rest}>
      <div className={styles.voice}>
        <DeskTabs label="Voice" tabs={tabs} selected={tab} onSelect={go}>
          {sum !== undefined && <p className={styles.sum}>{sum}</p>}
          {children}
        </DeskTabs>
      </div>
    </Screen>
  );
}
