import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { ConsentFile, EvidenceLine } from './file.ts';

/**
 * How a consent file is printed, drawing 1. A file names its drawing, so what is here is never changed but to mend what is not
 * read right: another look is another drawing beside it. Declarations alone, as an HTML file carries them to compare what it
 * shows with what it holds.
 */

/** A part of the page. What is not in one is not compared. */
export type DrawnSection = { readonly id: string; readonly title: string; readonly html: string };

export function safe(text: unknown): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(text ?? '').replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
}

export function linesHtml(lines: readonly EvidenceLine[]): string {
  const rows = lines.map(([label, value]) => `<tr><th scope="row">${safe(label)}</th><td>${safe(value)}</td></tr>`);
  return rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '';
}

/** What a finger drew, stroke by stroke. */
export function strokesHtml(drawn: unknown): string {
  const { aspect, strokes } = drawn as { aspect: number; strokes: [number, number][][] }; // passed its shape
  const height = Math.round(4096000 / aspect);
  const scale = height / 4096;
  const at = ([x, y]: readonly [number, number]) => `${x} ${Math.round(y * scale)}`;
  const paths = strokes.map((stroke) => {
    const [first = [0, 0], ...others] = stroke;
    const end = others.length > 0 ? others : [first];
    return `<path d="M${at(first)}${end.map((point) => `L${at(point)}`).join('')}"></path>`;
  });
  return `<svg class="ink" viewBox="-40 -40 4176 ${height + 80}" role="img" aria-label="What was drawn">${paths.join('')}</svg>`;
}

/** The wording in its own language; the headings are the English of the record. */
export function wordingHtml(document: WordingDocument, child: string, drawings: ConsentFile['drawings']): string {
  const named = (text: string) => safe(text.replaceAll('{name}', child));
  const part = (title: string, text: string) => (text === '' ? '' : `<h4>${title}</h4><p dir="auto">${text}</p>`);
  const list = (items: readonly string[]) => items.map(named).join('<br>');
  const questions = document.purposes.map((each) => {
    const line = drawings[each.pictogram.id];
    const drawing = line
      ? `<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${safe(line)}"></path></svg>`
      : '';
    return `<article>${drawing}<h3 dir="auto">${named(each.title)}</h3><p class="question" dir="auto">${named(each.question)}</p>${[
      part('What it is for', named(each.why)),
      part('What is done and kept', named(each.what)),
      part('The answers', `${named(each.yes)}<br>${named(each.no)}`),
      part('What follows from a no', named(each.ifNo)),
      part('Data', list(each.data)),
      part('Who gets it', list(each.recipients)),
    ].join('')}</article>`;
  });
  const { controllers, stored, kept, jurisdiction, withdraw, complain, translator, reviewer } = document;
  const whole = [
    part(
      'Who relies on the answers',
      controllers.map((each) => named(`${each.name}, ${each.address}, ${each.contact}`)).join('<br>'),
    ),
    part('Where it is kept', named(stored)),
    part('How long', named(kept)),
    part('Whose law holds', named(jurisdiction)),
    part('How to change your mind', named(withdraw)),
    part('How to complain', named(complain)),
  ];
  const made = `${safe(document.programme)}, version ${document.version}, in ${document.language}${document.style === 'easy' ? ', Easy Read' : ''}. Answers hold for ${document.months} months. ${translator ? `Translated by ${safe(translator)}. ` : ''}Read by ${safe(reviewer)}.`;
  return `<div lang="${document.language}"${document.language === 'ur' ? ' dir="rtl"' : ''}>${questions.join('')}${whole.join('')}</div><p>${made}</p>`;
}

/** What a record of a type is called. */
export function factWords(type: string): string {
  const words: Record<string, string> = {
    consent: 'decision',
    gillick: 'note that they understand',
    enteredInError: 'entry in error',
    settled: 'settling',
    limitsRead: 'reading of the limits',
  };
  return words[type] ?? type;
}

/** How it can be checked, and what that shows. */
export function checkHtml({ facts, shown, wording }: ConsentFile): string {
  const groups = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ');
  const hashes = facts.map(({ type, hash }): EvidenceLine => [`Hash of the ${factWords(type)}`, groups(hash)]);
  const words = wording ? [['Hash of the wording', groups(wording.sha256)] as const] : [];
  if (!shown)
    return `${linesHtml([...hashes, ...words])}<p><strong>This copy was made without the server. It has no place in the server’s chain yet, and nobody else vouches for it.</strong></p>`;
  const { links, head, keys, key } = shown;
  const places = links.map(({ chain, n, hash }): EvidenceLine => {
    const type = facts.find((fact) => fact.hash === hash)?.type ?? 'record';
    return [`Place of the ${factWords(type)}`, `link ${n} of chain ${chain}`];
  });
  const ends: EvidenceLine[] = [
    ['The chain ended at', `link ${head.n}: ${groups(head.head).slice(0, 39)}`],
    ['Signed with key', `${key}, number ${keys.findIndex(({ id }) => id === key) + 1} of ${keys.length}`],
  ];
  return `${linesHtml([...hashes, ...words, ...places, ...ends])}<p>What is hashed and signed is the whole record in this file. Whoever has it can check it without the server that made it.</p><p>It cannot show that the server was honest when it signed. A server that forged before signing, and whose chain heads nobody kept elsewhere, is not found out. A page cannot vouch for itself either: check it with the command of the Bandstand repository, and compare the fingerprint with one that you have from elsewhere.</p>`;
}

/** The page, part by part. */
export function sectionsOf(file: ConsentFile): DrawnSection[] {
  const { words, wording, facts } = file;
  const strokes = facts.find(({ type }) => type === 'signing')?.body.strokes;
  const struck = words.inError === null ? '' : `<p class="error">${safe(words.inError)}</p>`;
  const answer = words.inError === null ? safe(words.answer) : `<s>${safe(words.answer)}</s>`;
  return [
    {
      id: 'decided',
      title: 'What was decided',
      html: `<p class="answer">${answer}</p>${struck}${linesHtml(words.decided)}`,
    },
    {
      id: 'signed',
      title: 'How it was signed',
      html: `${strokes ? strokesHtml(strokes) : ''}${linesHtml(words.signed)}`,
    },
    { id: 'times', title: 'When', html: linesHtml(words.times) },
    { id: 'check', title: 'How this can be checked', html: checkHtml(file) },
    {
      id: 'wording',
      title: 'What was read',
      html: wording
        ? wordingHtml(wording.document, words.child, file.drawings)
        : '<p>No wording: it was said without one, as anybody may take back a consent.</p>',
    },
  ];
}

/** Everything above that draws, for a page that carries it. */
export const drawingParts = [safe, linesHtml, strokesHtml, wordingHtml, factWords, checkHtml, sectionsOf] as const;
