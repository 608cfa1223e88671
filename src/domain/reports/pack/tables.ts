/** The tables of the returns that funders ask for, by number, as they are called wherever they stand, and on the tab of a sheet. */
export const packTables = [
  ['T01', 'Headlines', 'Headlines'],
  ['T02', 'Sessions', 'Sessions'],
  ['T03', 'Sessions planned, delivered and lost', 'Planned and lost'],
  ['T04', 'Attendances by park, activity and month', 'Attendances'],
  ['T05', 'Different young people by age and gender', 'Ages and genders'],
  ['T06', 'Ethnicity', 'Ethnicity'],
  ['T07', 'Disability and access', 'Disability'],
  ['T08', 'Deprivation and ward', 'Deprivation'],
  ['T09', 'New and returning', 'New and returning'],
  ['T10', 'Staff and volunteer hours', 'Hours'],
  ['T11', 'Boxes given out', 'Boxes'],
  ['T12', 'Equipment and sports asked for', 'Wishes'],
  ['T13', 'What was answered to forms', 'Answers'],
  ['T14', 'You said, we did', 'You said'],
  ['T15', 'Referrals', 'Referrals'],
  ['T16', 'Where young people are on their way', 'Journeys'],
  ['T17', 'Indicators and targets', 'Indicators'],
  ['T18', 'Incidents', 'Incidents'],
  ['T19', 'Compared with another period', 'Compared'],
  ['T20', 'How good the data is', 'Data quality'],
] as const;
export type PackTableNumber = (typeof packTables)[number][0];

/** `T05`, `Different young people by age and gender` */
export const packTableTitle = (number: PackTableNumber): string =>
  packTables.find(([each]) => each === number)?.[1] ?? number;

/** `T05 Ages and genders`: few and plain letters, as a tab takes no others. */
export const packTableTab = (number: PackTableNumber): string =>
  `${number} ${packTables.find(([each]) => each === number)?.[2] ?? ''}`;
