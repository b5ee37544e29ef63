// `npm run package`: the Teams app package of this installation, checked, into `dist/`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readSettings, SettingsError } from '../settings.ts';
import { type AppPackage, type Installation, makeAppPackage } from './app-package.ts';
import { PackageError } from './package-problem.ts';

const root = join(import.meta.dirname, '../..');
const usage = 'Usage: npm run package (settings: MicrosoftAppId, and PUBLIC_URL where the bot has its address)';

/**
 * The package holds no secret and is often made on another machine than the bot's, so only what it holds is asked for:
 * the registration passes as one without a password, and what is for trying the bot out does not count.
 */
const notNeeded = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppPassword: '',
  MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000000',
  SIMULATED_NOW: '',
  SIMULATED_RATE: '',
  NODE_ENV: '',
};

function installation(): Installation {
  const { registration, publicUrl } = readSettings({ ...process.env, ...notNeeded });
  if (registration) return { appId: registration.appId, publicUrl };
  const allowed = "the application (client) id of the bot's registration in Microsoft Entra ID";
  throw new SettingsError([{ name: 'MicrosoftAppId', value: null, allowed }]);
}

function write({ fileName, zip }: AppPackage): string {
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, fileName), zip);
  return relative(process.cwd(), join(folder, fileName));
}

function report(path: string, made: AppPackage, { appId }: Installation): string {
  return [
    `${path}: ${made.name} ${made.version} for the bot ${appId}, ${(made.zip.length / 1024).toFixed(1)} KiB`,
    `  ${made.files.join(', ')}; valid by Microsoft's schema ${made.manifestVersion}`,
    ...made.remarks.map((remark) => `  Note: ${remark}`),
  ].join('\n');
}

function run(args: readonly string[]): number {
  if (args.length > 0) {
    console.error(usage);
    return 1;
  }
  try {
    const target = installation();
    const made = makeAppPackage(join(root, 'manifest'), target);
    console.log(report(write(made), made, target));
    return 0;
  } catch (error) {
    if (!(error instanceof PackageError || error instanceof SettingsError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = run(process.argv.slice(2));
