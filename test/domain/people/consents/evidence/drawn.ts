/** What somebody reads of a drawn page, a line for each block. */
export function textOf(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/h\d|\/tr|\/article|\/div)[^>]*>/g, '\n').replace(/<[^>]+>/g, '');
  const signs: [string, string][] = [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&amp;', '&'],
  ];
  const text = signs.reduce((said, [written, sign]) => said.replaceAll(written, sign), lines);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
