/** A person who does not exist. Accounts and answers are made for them. */
export type SamplePerson = {
  readonly given: string;
  readonly family: string;
  readonly email: string;
};

// oxfmt-ignore
const names = [
  ['Aoife', 'Byrne'], ['Mohammed', 'Haddad'], ['Grace', 'Okafor'], ['Björn', 'Lindqvist'], ['Mei', 'Chen'],
  ['Sofía', 'Hernández'], ['Tomasz', 'Wójcik'], ['Priya', 'Raghunathan'], ['Noah', 'Fischer'], ['Layla', 'Mansour'],
  ['Kwame', 'Mensah'], ['Chloé', 'Dubois'], ['Hiroshi', 'Tanaka'], ['Siobhán', 'Ní Bhriain'], ['Lucas', 'de Oliveira'],
  ['Fatima', 'Zahra El Amrani'], ['Jakub', 'Novák'], ['Amara', 'Diallo'], ['Liam', 'O’Connor'], ['Anh', 'Nguyễn'],
  ['Elena', 'Papadopoulou'], ['Mateus', 'Silva'], ['Ingrid', 'Sørensen'], ['David', 'Cohen'], ['Zoë', 'van den Berg'],
] as const;

/** The same people each time, so that their accounts are made once. */
export const samplePeople: readonly SamplePerson[] = names.map(([given, family]) => ({
  given,
  family,
  email: `${inAscii(given)}.${inAscii(family)}@example.com`,
}));

function inAscii(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replace(/[^a-z]/g, '');
}
