import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

/** A film for a camera that is not there: one still picture of a QR code, as raw video (YUV4MPEG2, 4:2:0). */
export function filmOf(text: string, file: string): string {
  const [width, height, dot] = [640, 480, 12];
  const matrix = encodeQR(text, 'raw', { border: 4 });
  const luma = Buffer.alloc(width * height, 235);
  const left = Math.floor((width - matrix.length * dot) / 2);
  const top = Math.floor((height - matrix.length * dot) / 2);
  for (const [row, line] of matrix.entries())
    for (const [column, isDark] of line.entries())
      for (let y = 0; isDark && y < dot; y += 1)
        luma.fill(
          16,
          (top + row * dot + y) * width + left + column * dot,
          (top + row * dot + y) * width + left + (column + 1) * dot,
        );
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
  return file;
}
