import { connect, createServer, type Socket } from 'node:net';

/** A wire that counts: everything that crosses it, headers and bodies, both ways. */
export type Relay = { readonly port: number; up: Buffer; down: Buffer; close(): void };

export async function openRelay(toPort: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const listening = createServer((phone) => {
    const server = connect(toPort, '127.0.0.1');
    for (const socket of [phone, server]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => socket.destroy());
    }
    phone.on('data', (bytes: Buffer) => {
      relay.up = Buffer.concat([relay.up, bytes]);
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      relay.down = Buffer.concat([relay.down, bytes]);
      phone.write(bytes);
    });
    phone.on('close', () => server.destroy());
    server.on('close', () => phone.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const relay: Relay = {
    port: typeof address === 'object' && address ? address.port : 0,
    up: Buffer.alloc(0),
    down: Buffer.alloc(0),
    close() {
      for (const socket of sockets) socket.destroy();
      listening.close();
    },
  };
  return relay;
}
