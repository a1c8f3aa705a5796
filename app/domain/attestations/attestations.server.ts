import { sql } from 'kysely'
import type { Attested } from './attestations.ts'

/** Which collectivity confirmed an item and when, as an SQL expression that gives JSON for `readAttested`. */
export function attestedJson() {
  return sql<string | null>`(select json_object('at', attestation.attested_at, 'code', place.code,
      'name_ar', place.name_ar, 'name_fr', place.name_fr)
    from attestation join collectivity as place on place.code = attestation.collectivity_code
    where attestation.item_id = item.id)`
}

/** Reads what `attestedJson` gave. */
export function readAttested(json: string | null) {
  return json === null ? null : (JSON.parse(json) as Attested)
}
