import type { ColumnsOf, TableKind } from '#domain/reports/table.ts';

/** Last year’s list of people, as somebody else laid it out. */

const roles = [
  ...(['name', 'family', 'born', 'age', 'gender', 'park', 'parent', 'phone'] as const),
  ...(['need', 'school', 'postcode', 'consent', 'photos'] as const),
] as const;
/** What a column of it can hold. */
export type PersonRole = (typeof roles)[number];
export type PersonColumns = ColumnsOf<PersonRole>;

const listed = (words: string): readonly string[] => words.split(',');

export const peopleTable: TableKind<PersonRole> = {
  roles,
  names: {
    name: listed(
      'name,names,full name,child,childs name,child name,young person,participant,member,first name,forename,given name,known as,called,pupil,student,player',
    ),
    family: listed('surname,family name,last name,second name'),
    born: listed('born,date of birth,dob,d o b,birth date,birthdate,birthday,year of birth,birth year'),
    age: listed('age,age band,age group,ages'),
    gender: listed('gender,sex,m f,boy girl'),
    park: listed('park,site,place,venue,location,where'),
    parent: listed(
      'parent,parents,guardian,guardians,carer,carers,parent carer,parentcarer,parent or carer,parents name,parent name,guardian name,carer name,mother,mothers name,mum,father,fathers name,dad,contact name,emergency contact,emergency contact name,next of kin',
    ),
    phone: listed(
      'phone,telephone,tel,mobile,number,contact number,parent phone,parents phone,parent mobile,phone number,telephone number,mobile number,emergency number,emergency phone,emergency contact number,contact',
    ),
    need: listed(
      'need,needs,medical,medical needs,medical conditions,medical information,allergy,allergies,health,condition,conditions,medication',
    ),
    school: listed('school,college'),
    postcode: listed('postcode,post code'),
    consent: listed('consent,consents,permission,signed,consent form,form,consent given,consent signed'),
    photos: listed('photo,photos,photo consent,photography,pictures,photo permission'),
  },
  alone: ['name', 'names', 'number', 'contact', 'form', 'where', 'called', 'tel'],
  optional: roles.filter((role) => role !== 'name'),
  telling: ['name', ...roles.filter((role) => role !== 'name')],
};
