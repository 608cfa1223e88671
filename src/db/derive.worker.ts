import { argon2id } from 'hash-wasm';

/** Turns a PIN or passphrase into 32 key bytes, away from the page. */
self.onmessage = async ({
  data,
}: MessageEvent<{ memoryKiB: number; passes: number; salt: Uint8Array; secret: string }>) => {
  const key = await argon2id({
    password: data.secret.normalize('NFKC'),
    salt: data.salt,
    memorySize: data.memoryKiB,
    iterations: data.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  self.postMessage(key);
};
