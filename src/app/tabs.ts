/** What open tabs of the app tell each other. Nothing of it touches a disk. */

export type TabMessage =
  | { readonly type: 'locked' }
  | { readonly type: 'unlocked' }
  /** Who is enrolled here, or how they unlock, has changed on the disk. */
  | { readonly type: 'enrolled' }
  /** A new or reloading tab asks for the key. */
  | { readonly type: 'wanted' }
  | { readonly type: 'key'; readonly device: string; readonly dataKey: Uint8Array }
  /** The phone is being handed over: every tab shows the form, at `/h/<id>`. */
  | { readonly type: 'handed over'; readonly id: string }
  /** The worker has it back. */
  | { readonly type: 'taken back' }
  | { readonly type: 'updated' };

const channel = new BroadcastChannel('bandstand');

export const tell = (said: TabMessage): void => channel.postMessage(said);

export function heard(listener: (said: TabMessage) => void): () => void {
  const onMessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
  channel.addEventListener('message', onMessage);
  return () => channel.removeEventListener('message', onMessage);
}

/** Another tab answers within a frame or two; a phone with one tab should not wait longer than is felt. */
const answerMs = 150;

/** The key of an open tab, or null where there is none. */
export function hand(): Promise<{ device: string; dataKey: Uint8Array } | null> {
  return new Promise((resolve) => {
    const stop = heard((said) => {
      if (said.type !== 'key') return;
      stop();
      resolve(said);
    });
    setTimeout(() => {
      stop();
      resolve(null);
    }, answerMs);
    tell({ type: 'wanted' });
  });
}
