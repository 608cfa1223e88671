// Screens are waited for as long as a slow machine may take; only a test that fails waits so long.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 30_000 });
}
export {};
