import { connect, createServer, type Socket } from 'node:net';

/** A wire that counts: everything that crosses it, headers and bodies, both ways. */
export type Relay = { readonly port: number; up: number; down: number; close(): void };

export async function openRelay(toPort: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const listening = createServer((phone) => {
    const server = connect(toPort, 'localhost');
    for (const socket of [phone, server]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => socket.destroy());
    }
    phone.on('data', (bytes) => {
      relay.up += bytes.length;
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      relay.down += bytes.length;
      phone.write(bytes);
    });
    phone.on('close', () => server.destroy());
    server.on('close', () => phone.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, 'localhost', resolve));
  const address = listening.address();
  const relay: Relay = {
    port: typeof address === 'object' && address ? address.port : 0,
    up: 0,
    down: 0,
    close() {
      for (const socket of sockets) socket.destroy();
      listening.close();
    },
  };
  return relay;
}
