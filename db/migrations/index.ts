import type { Migration } from 'kysely'
import * as collectivities from './20261123T2200_collectivities.ts'
import * as people from './20261123T2201_people.ts'
import * as spaces from './20261123T2202_spaces.ts'
import * as items from './20261123T2203_items.ts'
import * as moderation from './20261123T2204_moderation.ts'
import * as spaceAnswers from './20261123T2300_space_answers.ts'
import * as listIndexes from './20261124T0000_list_indexes.ts'
import * as search from './20261124T1100_search.ts'
import * as secondFactor from './20261124T1200_second_factor.ts'
import * as devices from './20261124T1210_devices.ts'
import * as passkeys from './20261124T1220_passkeys.ts'
import * as seatSuccessor from './20261124T1230_seat_successor.ts'
import * as personalData from './20261124T1305_personal_data.ts'
import * as undo from './20261124T1310_undo.ts'
import * as mailSpace from './20261124T1900_mail_space.ts'
import * as searchSize from './20261124T2000_search_size.ts'
import * as accountUse from './20261124T2040_account_use.ts'
import * as accountsAndMails from './20261124T2120_accounts_and_mails.ts'
import * as adoptions from './20261129T1930_adoptions.ts'
import * as confirmations from './20261129T2020_confirmations.ts'
import * as practiceThreads from './20261129T2020_practice_threads.ts'
import * as adoptionsSince from './20261129T2035_adoptions_since.ts'
import * as challengeStance from './20261129T2045_challenge_stance.ts'
import * as practiceContributors from './20261129T2057_practice_contributors.ts'
import * as collections from './20261130T0500_collections.ts'
import * as practiceReaders from './20261130T0520_practice_readers.ts'
import * as practiceImports from './20261130T0540_practice_imports.ts'
import * as topicFollow from './20261130T0600_topic_follow.ts'
import * as events from './20261130T0700_events.ts'
import * as translations from './20261130T0720_translations.ts'
import * as attestations from './20261130T0740_attestations.ts'
import * as cycleStage from './20261130T0820_cycle_stage.ts'
import * as searchPlaces from './20261130T1600_search_places.ts'
import * as searchWords from './20261130T1700_search_words.ts'
import * as listedLinks from './20261130T2300_listed_links.ts'
import * as tellings from './20261130T2300_tellings.ts'
import * as rareReferences from './20261130T2310_rare_references.ts'
import * as spaceDoors from './20261130T2330_space_doors.ts'
import * as unreadByDay from './20261130T2345_unread_by_day.ts'
import * as tellingParts from './20261130T2410_telling_parts.ts'
import * as mailChoice from './20261130T2420_mail_choice.ts'
import * as tellingKinds from './20261201T0710_telling_kinds.ts'
import * as conceptsByHand from './20261201T0800_concepts_by_hand.ts'
import * as searchArchived from './20261201T0810_search_archived.ts'

/** An explicit list, so that the same migrations run under vite, vitest and the built program. */
export const migrations: Record<string, Migration> = {
  '20261123T2200_collectivities': collectivities,
  '20261123T2201_people': people,
  '20261123T2202_spaces': spaces,
  '20261123T2203_items': items,
  '20261123T2204_moderation': moderation,
  '20261123T2300_space_answers': spaceAnswers,
  '20261124T0000_list_indexes': listIndexes,
  '20261124T1100_search': search,
  '20261124T1200_second_factor': secondFactor,
  '20261124T1210_devices': devices,
  '20261124T1220_passkeys': passkeys,
  '20261124T1230_seat_successor': seatSuccessor,
  '20261124T1305_personal_data': personalData,
  '20261124T1310_undo': undo,
  '20261124T1900_mail_space': mailSpace,
  '20261124T2000_search_size': searchSize,
  '20261124T2040_account_use': accountUse,
  '20261124T2120_accounts_and_mails': accountsAndMails,
  '20261129T1930_adoptions': adoptions,
  '20261129T2020_confirmations': confirmations,
  '20261129T2020_practice_threads': practiceThreads,
  '20261129T2035_adoptions_since': adoptionsSince,
  '20261129T2045_challenge_stance': challengeStance,
  '20261129T2057_practice_contributors': practiceContributors,
  '20261130T0500_collections': collections,
  '20261130T0520_practice_readers': practiceReaders,
  '20261130T0540_practice_imports': practiceImports,
  '20261130T0600_topic_follow': topicFollow,
  '20261130T0700_events': events,
  '20261130T0720_translations': translations,
  '20261130T0740_attestations': attestations,
  '20261130T0820_cycle_stage': cycleStage,
  '20261130T1600_search_places': searchPlaces,
  '20261130T1700_search_words': searchWords,
  '20261130T2300_listed_links': listedLinks,
  '20261130T2300_tellings': tellings,
  '20261130T2310_rare_references': rareReferences,
  '20261130T2330_space_doors': spaceDoors,
  '20261130T2345_unread_by_day': unreadByDay,
  '20261130T2410_telling_parts': tellingParts,
  '20261130T2420_mail_choice': mailChoice,
  '20261201T0710_telling_kinds': tellingKinds,
  '20261201T0800_concepts_by_hand': conceptsByHand,
  '20261201T0810_search_archived': searchArchived,
}
