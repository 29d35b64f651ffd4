// Runs before anything is drawn, so that a page never flashes in another language, direction or colour.
{
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(`tandem.${name}`))
    } catch {
      return null
    }
  }
  const root = document.documentElement
  const asked = new URLSearchParams(location.search).get('lang')
  const language =
    [asked, kept('language')].find((candidate) => ['en', 'fa', 'ar'].includes(candidate)) ?? 'en'
  if (asked === language) localStorage.setItem('tandem.language', JSON.stringify(language))
  root.lang = language
  root.dir = language === 'en' ? 'ltr' : 'rtl'
  root.dataset.mode = kept('mode') ?? 'auto'
}
