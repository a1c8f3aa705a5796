import { placeName } from '#app/domain/collectivities/names.ts'
import { exportLibrary, type LibraryEntry } from '#app/domain/practices/export.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { fileOfParts } from './file-of-parts.server.ts'
import { LICENCES, without } from './linked-data.server.ts'
import { shortAddress } from './share.server.ts'

const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const GOVERNMENT = { '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' }
const FILES = { csv: 'text/csv', jsonl: 'application/jsonl' }

/**
 * The library that everyone may read as a catalogue, for portals of open data: one dcat:Catalog with
 * the files as a dataset and each entry as a resource (https://www.w3.org/TR/vocab-dcat-3/).
 */
export function libraryCatalogue(lang: Lang) {
  const about = { name: `multaqa-${lang}.jsonld`, type: 'application/ld+json' }
  return fileOfParts(about, catalogueParts(lang))
}

async function* catalogueParts(lang: Lang) {
  yield `${JSON.stringify(headOf(lang)).slice(0, -1)},"dcat:resource":[`
  let before = ''
  for await (const entries of exportLibrary(db, null, lang)) {
    yield before + entries.map((entry) => JSON.stringify(resourceOf(entry, lang))).join(',\n')
    before = ',\n'
  }
  yield ']}\n'
}

function headOf(lang: Lang) {
  const t = wordsFor(lang)
  const said = (value: string) => ({ '@value': value, '@language': lang })
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': said(t('site.network')) }
  const file = (form: string) => `${publicUrl()}/exports/library.${lang}.${form}`
  const title = said(`${t('practices.list.all.title')} · ${t('site.name')}`)
  const description = said(t('practices.list.all.lead'))
  const both = { 'dct:title': title, 'dct:description': description, 'dct:publisher': publisher }
  return {
    '@context': CONTEXT,
    '@id': file('jsonld'),
    '@type': 'dcat:Catalog',
    ...both,
    'dct:language': lang,
    'foaf:homepage': { '@id': `${publicUrl()}/${lang}` },
    'dcat:dataset': {
      '@id': `${publicUrl()}/exports/library.${lang}`,
      '@type': 'dcat:Dataset',
      ...both,
      'dct:identifier': `library.${lang}`,
      'dcat:theme': GOVERNMENT,
      'dcat:distribution': Object.entries(FILES).map(([form, type]) => ({
        '@id': file(form),
        '@type': 'dcat:Distribution',
        'dcat:downloadURL': { '@id': file(form) },
        'dcat:mediaType': type,
      })),
    },
  }
}

function resourceOf(entry: LibraryEntry, lang: Lang) {
  const { code, name_ar, name_fr, licence } = entry
  const said = (value: string) => ({ '@value': value, '@language': entry.lang })
  const place = code && name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : entry.place
  const time = (at: string | null) => at && { '@value': at, '@type': 'xsd:dateTime' }
  const address = licence && LICENCES[licence]
  return without({
    '@id': shortAddress(entry.id),
    '@type': entry.kind === 'tool' ? ['dcat:Resource', 'adms:Asset'] : 'dcat:Resource',
    'dct:identifier': entry.id,
    'dct:title': entry.title && said(entry.title),
    'dct:description': entry.summary && said(entry.summary),
    'dct:language': entry.lang,
    'dct:publisher': place && { '@type': 'foaf:Agent', 'foaf:name': place },
    'dct:spatial': place && { '@type': 'dct:Location', 'dct:title': place },
    'dcat:keyword': entry.tags,
    'dcat:theme': GOVERNMENT,
    'dct:license': address ? { '@id': address } : licence,
    'dct:issued': time(entry.published_at),
    'dct:modified': time(entry.edited_at),
    'dct:source': entry.source_url && { '@id': entry.source_url },
    'dcat:landingPage': { '@id': shortAddress(entry.id) },
  })
}
