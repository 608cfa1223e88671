import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserPath } from './browser.ts';

function run(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'inherit' });
    return true;
  } catch {
    // The next way is tried; the last one's failure is told below.
    return false;
  }
}

/** Makes sure there is a browser to test in: the machine's own, else Playwright's, else Debian's; says which. */
export function findBrowser(): void {
  if (!existsSync(browserPath())) {
    console.log('No browser found; installing one.');
    const installed =
      run('npx', 'playwright', 'install', 'chromium') ||
      (run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium'));
    if (!installed || !existsSync(browserPath())) {
      console.error('Could not install a browser. Install Chromium, or set CHROME_PATH to one.');
      process.exit(1);
    }
  }
  console.log(`Testing in ${browserPath()}`);
}
