import type { Random } from './random'

const words = (text: string) => text.split(' ') as [string, ...string[]] // split never returns an empty list

const COMPANY = words(
  'Alder Amber Anchor Aspen Beacon Birch Bluebell Bramble Bridgewater Brook Canyon Cedar Clover Cobalt Copper Coral Crescent Dahlia Delta Driftwood Ember Fern Fieldstone Foxglove Garnet Granite Greenway Harbour Hawthorn Hazel Heron Highland Indigo Ironwood Juniper Kestrel Kingfisher Lantern Larkspur Lighthouse Linden Longview Magnolia Maple Meridian Millbrook Nettle Northgate Oakline Olive Orchard Osprey Pebble Pinecrest Plover Quarry Redwood Ridgeline Riverside Rowan Saffron Sandpiper Sequoia Silverleaf Slate Sparrow Summit Sycamore Tamarind Thistle Tidewater Umber Verbena Waterline Westerly Willow Windmill Yarrow',
)
const TRADE = [
  'Logistics',
  'Studio',
  'Health',
  'Foods',
  'Energy',
  'Partners',
  'Robotics',
  'Travel',
  'Media',
  'Architects',
  'Finance',
  'Outdoor',
  'Learning',
  'Labs',
  'Hotels',
  'Retail',
] as const
const GIVEN = words(
  'Ada Amara Amir Ana Anders Anika Arash Aylin Ben Bianca Carlos Chloe Clara Daniel Darius Deniz Dilan Elena Elif Emeka Emma Farah Felix Fiona Gita Grace Hana Hiro Hugo Ines Isla Ivan Jonas Julia Kai Kenji Lara Leila Leo Lina Luca Maya Marco Mei Mina Mira Nadia Naomi Nia Nils Noah Olga Omar Oskar Parisa Paul Priya Rafael Ravi Rosa Sam Sara Selin Simon Sofia Tara Theo Tomas Uma Vera Viktor Wen Yara Yusuf Zoe',
)
const FAMILY = words(
  'Abbasi Adeyemi Ahmadi Aksoy Andersen Banerjee Barros Becker Bianchi Brandt Castillo Chen Costa Cruz Dalgaard Demir Dias Duarte Eriksen Evans Fischer Fontaine Fujita Garcia Ghosh Gomez Greene Hansen Haddad Hoffmann Horvat Ibrahim Ito Jansen Kaplan Karimi Kaur Keller Kim Kowalski Lang Larsen Lindqvist Lopez Marino Mendes Mehta Moreau Mori Murphy Nakamura Nguyen Novak Oduya Okafor Olsen Ortega Patel Petrov Quinn Rahimi Rao Reyes Rossi Santos Sato Schulz Sharma Silva Tanaka Torres Ueda Varga Walker Weber Yilmaz Young Zamani Zhou Ziegler',
)

/** Trades that work at weekends too. */
export const OPEN_ALL_WEEK: readonly string[] = ['Hotels', 'Retail', 'Travel']

export interface CompanyName {
  name: string
  trade: string
  slug: string
}

/** Names by position: the first few hundred are all different. */
export function companyName(index: number): CompanyName {
  const word = COMPANY[index % COMPANY.length] ?? COMPANY[0]
  // The shift by full turns pairs each word with another trade the next time round.
  const turn = Math.floor(index / COMPANY.length)
  const trade = TRADE[(index * 5 + turn * 3) % TRADE.length] ?? TRADE[0]
  return { name: `${word} ${trade}`, trade, slug: `${word}-${trade}`.toLowerCase() }
}

export interface PersonName {
  name: string
  firstName: string
  slug: string
}

export function personName(random: Random): PersonName {
  const firstName = random.pick(GIVEN)
  const family = random.pick(FAMILY)
  return { name: `${firstName} ${family}`, firstName, slug: `${firstName}.${family}`.toLowerCase() }
}
