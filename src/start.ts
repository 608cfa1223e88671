/** `npm start`: the server, and with `--demo` first an invented programme to look round in. */

if (process.argv.includes('--demo')) {
  const { fill, NotEmpty } = await import('./demo/fill.ts');
  try {
    const made = await fill(process.env.DATA_DIR ?? './data', Date.now());
    console.log(`The Stepping Out demo is in. Everybody in it is invented; do not put real people into it.
  Coordinator  sign in as ${made.coordinator.name}, passphrase "${made.coordinator.passphrase}", or enrol with ${made.coordinator.code}
  Worker       ${made.worker}
  Worker       ${made.second}
  Volunteer    ${made.volunteer}`);
  } catch (fault) {
    if (!(fault instanceof NotEmpty)) throw fault;
    console.error(fault.message);
    process.exit(1);
  }
}

await import('./server/main.ts');

export {};
