/** What hints and the hub say. */
export const hubEnglish = {
  later: 'Later',
  opensInNewTab: 'opens in a new tab',
  hint: 'Hint: {title}',
  help: 'Help',
  search: 'Search',
  noResults: 'Nothing found',
  isNew: 'New',
}
