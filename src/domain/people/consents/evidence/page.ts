import { drawingParts, safe, sectionsOf } from './drawing.ts';
import type { ConsentFile } from './file.ts';
import { limitsOf, verifierParts, verifyConsent } from './verifier.ts';

/** `consent-<id>.html`: what a consent file says, to read and to print, with the file itself and its verifier inside. */

/** `consent-019a….json` */
export const fileNameOf = ({ consent }: Pick<ConsentFile, 'consent'>, ending: string): string =>
  `consent-${consent.replace(/[^\w-]/g, '_')}.${ending}`;

/** The file that stands in a page; null where there is none. */
export function fileInPage(html: string): unknown {
  const [, json] = /<script type="application\/json" id="file">([^<]*)<\/script>/.exec(html) ?? [];
  return json === undefined ? null : JSON.parse(json);
}

const sectionHtml = ({ id, html }: { readonly id: string; readonly html: string }): string =>
  `<section id="${id}">${html}</section>`;

/** The parts of a page that do not show what its file holds, by their titles. */
export const otherSections = (html: string, file: ConsentFile): string[] =>
  sectionsOf(file).flatMap((section) => (html.includes(sectionHtml(section)) ? [] : [`${section.title} (as shown)`]));

const style = `
@page { size: A4; margin: 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; background: #fff; color: #1c1b19; font: 11pt/1.45 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; padding-bottom: .2rem; border-bottom: 2px solid #1f5b43; color: #1f5b43; break-after: avoid; }
h3 { font-size: 1rem; margin: 0; break-after: avoid; }
h4 { font-size: .85rem; font-weight: 600; margin: .5rem 0 0; color: #55504a; break-after: avoid; }
p { margin: .2rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ded8cd; font-weight: 400; overflow-wrap: anywhere; }
th { width: 32%; color: #55504a; }
article { break-inside: avoid; padding: .6rem 0; border-bottom: 1px solid #ded8cd; }
.answer { font-size: 1.25rem; font-weight: 650; }
.question { font-weight: 600; }
.error { color: #a3231f; font-weight: 600; }
.ink { display: block; width: 100%; max-width: 24rem; max-height: 12rem; border: 1px solid #b9b2a6; border-radius: 4px; margin: .5rem 0; }
.ink path { fill: none; stroke: #1c1b19; stroke-width: 40; stroke-linecap: round; stroke-linejoin: round; }
.sign { float: inline-end; width: 2rem; height: 2rem; }
.sign path { fill: none; stroke: #1f5b43; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
#verdict { margin: 1rem 0 0; padding: .75rem 1rem; border: 2px solid #b9b2a6; border-radius: 6px; break-inside: avoid; }
#verdict[data-state=unchanged] { border-color: #1f5b43; }
#verdict[data-state=changed] { border-color: #a3231f; }
#verdict p { margin: .15rem 0; }
.root { font: 9pt/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; } }
`;

/** Runs in the page: checks its file, and that each section shows what the file holds. A build may call functions otherwise. */
const check = () => `
(async ({ verify, sectionsOf, limitsOf }) => {
  const box = document.getElementById('verdict');
  const file = JSON.parse(document.getElementById('file').textContent);
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return;
  const verdict = await verify(file, subtle);
  const other = sectionsOf(file).filter(({ id, html }) => {
    const drawn = document.createElement('section');
    drawn.innerHTML = html;
    return drawn.innerHTML !== document.getElementById(id)?.innerHTML;
  });
  const changed = [...verdict.changed, ...other.map(({ title }) => title + ' (as shown)')];
  const state = changed.length > 0 ? 'changed' : verdict.state;
  const words = { changed: 'CHANGED', unchanged: 'Unchanged', 'not signed': 'Not signed', 'cannot tell': 'Not checked' };
  box.dataset.state = state;
  box.replaceChildren(...[words[state], ...changed.map((name) => 'Changed: ' + name), ...(state === verdict.state ? verdict.says : limitsOf(state, 'not shown'))].map((text, at) => {
    const line = document.createElement(at === 0 ? 'strong' : 'p');
    line.textContent = text;
    return line;
  }));
})({ verify: ${verifyConsent.name}, sectionsOf: ${sectionsOf.name}, limitsOf: ${limitsOf.name} });
`;

/** @param root the fingerprint of the server’s first key, to be printed on every copy; null without a server */
export function pageOf(file: ConsentFile, root: string | null): string {
  const { words } = file;
  const json = JSON.stringify(file).replaceAll('<', '\\u003c');
  const carried = [...verifierParts, ...drawingParts].map(String).join('\n');
  const title = safe(words.title);
  const sections = sectionsOf(file).map((section) => `<h2>${section.title}</h2>\n${sectionHtml(section)}`);
  const printed =
    root === null ? '' : `<p class="root">Fingerprint of the server: ${root.replace(/(.{4})(?=.)/g, '$1 ')}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${printed}
<div id="verdict" role="status"><p>Not checked yet. Save this file and open it in a browser, or run <code>npm run verify-consent -- ${fileNameOf(file, 'html')}</code> in the Bandstand repository.</p></div>
${sections.join('\n')}
<script type="application/json" id="file">${json}</script>
<script>
${carried.replaceAll('</script', '<\\/script')}
${check()}
</script>
</body>
</html>
`;
}
