import decodeQR from 'qr/decode.js';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './boxes.module.css';

/** Looks four times a second: enough for a hand that holds still, and kind to the battery. */
const everyMs = 250;
/** Pixels of the longer side that are looked at. */
const lookedAt = 800;

/** The rear camera, looking for a label's QR code. Nothing is kept; leaving in any way turns the camera off. */
export function Scan({ onFound, onStop }: { onFound: (text: string) => void; onStop: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<string>();
  useCamera(video, { onFound, onStop, onTrouble: setTrouble });
  if (trouble !== undefined)
    return (
      <Notice kind="warn" title="No camera" icon="no-camera">
        {trouble}
      </Notice>
    );
  return (
    <>
      <video ref={video} className={styles.camera} muted playsInline aria-label="What the camera sees" />
      <Button wide onClick={onStop}>
        Stop the camera
      </Button>
    </>
  );
}

type Ears = {
  readonly onFound: (text: string) => void;
  readonly onStop: () => void;
  readonly onTrouble: (words: string) => void;
};

function useCamera(video: RefObject<HTMLVideoElement | null>, { onFound, onStop, onTrouble }: Ears): void {
  const found = useEffectEvent(onFound);
  const left = useEffectEvent(onStop);
  const fail = useEffectEvent((fault: unknown) => onTrouble(troubleWords(fault)));
  // The camera is the browser's; it runs only while this is on the screen and the page is seen.
  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | null = null;
    const stop = () => {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') left();
    };
    document.addEventListener('visibilitychange', hide);
    void openCamera()
      .then(async (opened) => {
        stream = opened;
        if (stopped || !video.current) return stop();
        video.current.srcObject = opened;
        await video.current.play();
        await untilFound(video.current, () => stopped, found);
      })
      .catch((fault) => {
        // Leaving while the camera is being asked for is no trouble.
        if (!stopped) fail(fault);
      });
    return () => {
      document.removeEventListener('visibilitychange', hide);
      stop();
    };
  }, [video]);
}

async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment' } });
}

async function untilFound(video: HTMLVideoElement, isOver: () => boolean, found: (text: string) => void) {
  const canvas = document.createElement('canvas');
  while (!isOver()) {
    const text = readFrame(video, canvas);
    if (text !== null) return found(text);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** The text of a code in what the camera sees now, or null. */
function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, lookedAt / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  const brush = width > 0 ? canvas.getContext('2d', { willReadFrequently: true }) : null;
  if (!brush) return null;
  canvas.width = width;
  canvas.height = height;
  brush.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR({ width, height, data: brush.getImageData(0, 0, width, height).data });
  } catch {
    // The decoder throws where there is no code to read, which is most of the time.
    return null;
  }
}

function troubleWords(fault: unknown): string {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return 'The camera is not allowed for Bandstand. Allow it in the phone’s settings, or type the code.';
  if (name === 'NotReadableError') return 'Another app holds the camera. Close it, or type the code.';
  return 'This phone shows no camera. Type the code.';
}
