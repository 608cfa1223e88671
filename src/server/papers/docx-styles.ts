/** How a Word file of ours looks: the styles its readers find in Word’s own list, and may change there. */

type Style = {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly letters?: string;
  readonly outline?: number;
};

const ink = '1F1F1F';
const green = '1F5B43';
const quiet = '4A4A4A';
const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
/** @param halfPoints twice the size in points */
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
const box = ['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="dashed" w:sz="6" w:space="4" w:color="${quiet}"/>`)
  .join('');

// The order of what stands in a style is that of the standard: Word refuses a file with another.
const own: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: space(0, 60), letters: `<w:b/>${colour(green)}${size(44)}` },
  { id: 'Subtitle', name: 'Subtitle', paragraph: space(0, 20), letters: `${colour(quiet)}${size(22)}` },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${space(320, 80)}`,
    letters: `<w:b/>${colour(green)}${size(30)}`,
    outline: 0,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: `<w:keepNext/>${space(240, 60)}`,
    letters: `<w:b/>${size(24)}`,
    outline: 1,
  },
  { id: 'BodyText', name: 'Body Text', paragraph: space(0, 120) },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepNext/>${space(240, 80)}`,
    letters: `<w:b/>${size(24)}`,
  },
  { id: 'TableText', name: 'Table Text', paragraph: space(30, 30), letters: size(20) },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `${space(120, 20)}<w:ind w:left="454" w:right="454"/>`,
    letters: `<w:i/>${size(24)}`,
  },
  {
    id: 'QuoteBy',
    name: 'Quote By',
    paragraph: `${space(0, 120)}<w:ind w:left="454"/>`,
    letters: `${colour(quiet)}${size(20)}`,
  },
  { id: 'Note', name: 'Note', paragraph: space(60, 120), letters: `${colour(quiet)}${size(20)}` },
  {
    id: 'Slot',
    name: 'Slot',
    paragraph: `<w:pBdr>${box}</w:pBdr>${space(60, 120)}`,
    letters: colour(quiet),
  },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    paragraph: `<w:numPr><w:numId w:val="2"/></w:numPr>${space(0, 60)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>',
    letters: `${colour(quiet)}${size(18)}`,
  },
];

const styleOf = ({ id, name, paragraph = '', letters = '', outline }: Style): string => {
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}${level}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
};

const lines = ['bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`);

/** The styles, and what holds where none says otherwise: Arial, 11 point, English of Britain. */
export const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>${colour(ink)}${size(22)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${lines.join('')}</w:tblBorders></w:tblPr></w:style>${own.map(styleOf).join('')}`;

const levelOf = (at: number, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>`;

/** 1: sections `2` and their paragraphs `2.3`; 2: bullets. */
export const numbering = `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levelOf(0, '%1')}${levelOf(1, '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`;

/** Word of today, so that it opens the file without its mode for older ones. */
export const settings = `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>`;
