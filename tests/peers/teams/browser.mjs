// Debian's Chromium: the one without a window where it is installed, as the other tests use it.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

/** Why no browser can be had; false when one can. */
export const missing = executablePath ? false : 'Chromium is missing';

export const launch = () => chromium.launch({ executablePath, args: ['--no-sandbox'] });
