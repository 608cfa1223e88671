import { codesOf } from '#domain/codes.ts';
import { type Language, languages } from '#domain/people-codes.ts';
import { type FormDocument, type FormQuestion, optionsOf } from '#domain/records/shapes/form-document.ts';
import type { QuestionType } from '#domain/voice-codes.ts';
import { conditionText } from './expressions/write.ts';
import { headingFor } from './languages.ts';
import { alsoColumn, alsoWords, ownTypeText, pictureColumn, settingNames, typeColumn } from './own.ts';

/** Writes a form as XLSForm, for any program that reads it; read in again here, it is the same form. */

/** What a type is called in XLSForm; those answered from a list name it. Types of ours are `select_one` to everybody else. */
const types: Readonly<Record<QuestionType, string>> = {
  ...{ faces: 'select_one', again: 'select_one', thisOrThat: 'select_one', yesNo: 'select_one', agree: 'select_one' },
  ...{ oneOf: 'select_one', severalOf: 'select_multiple', rank: 'rank', number: 'integer', day: 'date', text: 'text' },
  ...{ acknowledge: 'acknowledge', note: 'note' },
};

/** Three sheets of text, their headings first. */
export type XlsformSheets = Readonly<Record<'survey' | 'choices' | 'settings', readonly (readonly string[])[]>>;

/** The sheets of a form. Every list is of one question and called as it is. */
export function toXlsform(form: FormDocument): XlsformSheets {
  const written = codesOf(languages).filter((language) => form.texts[language] !== undefined);
  return {
    survey: table(form.questions.map((each) => surveyRow(form, each, written))),
    choices: table(
      form.questions.flatMap((each) => choiceRows(form, each, written)),
      ['list_name', 'name'],
    ),
    settings: table([settingsRow(form, written)]),
  };
}

type Row = readonly (readonly [heading: string, text: string | undefined])[];

/** Rows under the headings that some row has something under, in the order of the first that has them all. */
function table(rows: readonly Row[], always: readonly string[] = []): string[][] {
  const order = [...new Set([...always, ...rows.flatMap((row) => row.map(([heading]) => heading))])];
  const maps = rows.map((row) => new Map(row));
  const headings = order.filter(
    (heading) => always.includes(heading) || maps.some((row) => (row.get(heading) ?? '') !== ''),
  );
  return [headings, ...maps.map((row) => headings.map((heading) => row.get(heading) ?? ''))];
}

function surveyRow(form: FormDocument, question: FormQuestion, written: readonly Language[]): Row {
  const { name, type, required, fraction, showIf, mustBe } = question;
  const named =
    optionsOf(question).length > 0 ? `${types[type]} ${name}` : fraction && type === 'number' ? 'decimal' : types[type];
  return [
    ['type', named],
    ['name', name],
    ...textCells(form, 'label', `q:${name}`, written),
    ...textCells(form, 'hint', `h:${name}`, written),
    ['required', required && type !== 'note' ? 'yes' : ''],
    ['relevant', showIf && conditionText(showIf)],
    ['constraint', mustBe && conditionText(mustBe, name)],
    ...textCells(form, 'constraint_message', `c:${name}`, written),
    [typeColumn, ownTypeText(question)],
    [alsoColumn, alsoWords.filter((word) => question[word]).join(' ')],
  ];
}

/** A text in each language. One that is not there stands in another, since half a column is refused wherever it is read. */
function textCells({ texts }: FormDocument, role: string, key: string, written: readonly Language[]): Row {
  const any = written.map((language) => texts[language]?.[key]).find((text) => text !== undefined);
  return written.map((language) => {
    const text = texts[language]?.[key] ?? any;
    return [`${role}::${headingFor(language)}`, text?.replaceAll('${', '$ {')]; // else it would be an earlier answer
  });
}

const choiceRows = (form: FormDocument, question: FormQuestion, written: readonly Language[]): Row[] =>
  optionsOf(question).map((name) => [
    ['list_name', question.name],
    ['name', name],
    ...textCells(form, 'label', `o:${question.name}:${name}`, written),
    [pictureColumn, question.options?.find((each) => each.name === name)?.picture],
  ]);

function settingsRow(form: FormDocument, written: readonly Language[]): Row {
  const { texts, instrument, respondents, ages, named, keeps } = form;
  const [first = 'en'] = written;
  const names = settingNames.instrument;
  const textOf = (language: Language, key: 'title' | 'intro'): Row[number] => [
    settingNames[key] + language,
    texts[language]?.[key],
  ];
  return [
    ['form_title', texts[first]?.title?.slice(0, 200)],
    ['form_id', form.form],
    ['version', String(form.version)],
    ['default_language', headingFor(first)],
    [settingNames.respondents, respondents.join(' ')],
    [settingNames.ages, ages.join(' ')],
    [settingNames.named, named ? 'yes' : 'no'],
    [settingNames.keeps, keeps],
    ...written.flatMap((language) => [textOf(language, 'title'), textOf(language, 'intro')]),
    ...(instrument === null
      ? []
      : (['name', 'owner', 'licence', 'permission', 'from', 'to'] as const).map((key): Row[number] => [
          names[key],
          instrument[key] === null ? '' : String(instrument[key]),
        ])),
  ];
}
