import type { Generated, Selectable } from 'kysely'

export type Lang = 'ar' | 'fr' | 'zgh' | 'en'

export interface CollectivityTable {
  code: string
  kind: 'region' | 'province' | 'prefecture' | 'commune' | 'arrondissement'
  name_ar: string
  name_fr: string
  name_zgh: string | null
  slug: string
  region_code: string | null
  province_code: string | null
  commune_code: string | null
  milieu: 'urban' | 'rural' | null
  population: number | null
  longitude: number | null
  latitude: number | null
}

export interface CollectivityNameTable {
  folded: string
  collectivity_code: string
}

export interface CycleStageTable {
  collectivity_code: string
  stage:
    | 'adhesion'
    | 'axes'
    | 'cocreation1'
    | 'project_drafting'
    | 'consultation2'
    | 'council_adoption'
    | 'implementation'
    | 'monitoring'
    | 'evaluation'
  since: Generated<string>
}

export interface MembershipTable {
  id: string
  collectivity_code: string
  joined_on: string | null
  wave: number | null
  left_on: string | null
  source_url: string | null
}

export interface PrincipleTable {
  slug: string
  position: number
}

export interface TagTable {
  id: string
  slug: string
  parent_id: string | null
  created_at: Generated<string>
}

export interface TagLabelTable {
  tag_id: string
  lang: Lang
  folded: string
  label: string
  preferred: Generated<0 | 1>
}

export interface TagFormerSlugTable {
  slug: string
  tag_id: string
}

export interface UserTable {
  id: string
  handle: string
  name: string
  email: string
  email_confirmed_at: string | null
  password_hash: string | null
  role: Generated<'account' | 'facilitator' | 'admin'>
  lang: Generated<Lang>
  about: Generated<string>
  created_at: Generated<string>
  suspended_at: string | null
  suspended_reason: string | null
}

export interface SessionTable {
  id: string
  user_id: string
  expires_at: string
  created_at: Generated<string>
  last_seen_at: Generated<string>
  user_agent: Generated<string>
  second_factor_at: string | null
  proved_at: string | null
}

export interface AccountUseTable {
  user_id: string
  seen_at: string
  warned_at: string | null
}

export interface TotpTable {
  user_id: string
  secret: string
  last_step: Generated<number>
  created_at: Generated<string>
  confirmed_at: string | null
}

export interface RecoveryCodeTable {
  hash: string
  user_id: string
  used_at: string | null
}

export interface HalfSignInTable {
  hash: string
  user_id: string
  tries: Generated<number>
  expires_at: string
}

export interface DeviceTable {
  user_id: string
  hash: string
  created_at: Generated<string>
  last_seen_at: Generated<string>
}

export interface PasskeyTable {
  id: string
  user_id: string
  public_key: Buffer
  counter: Generated<number>
  transports: Generated<string>
  name: string
  created_at: Generated<string>
  last_used_at: string | null
}

export interface PasskeyChallengeTable {
  hash: string
  user_id: string | null
  expires_at: string
}

export interface TokenTable {
  hash: string
  kind: 'confirm_email' | 'reset_password' | 'change_email' | 'first_admin'
  user_id: string | null
  email: string | null
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
}

export interface ConsentTable {
  user_id: string
  notice: string
  given_at: Generated<string>
}

export interface SeatTable {
  id: string
  user_id: string | null
  collectivity_code: string | null
  function:
    | 'focal_point'
    | 'elected'
    | 'equity_president'
    | 'follow_up'
    | 'staff'
    | 'civil_society'
    | 'facilitator'
    | 'trainer'
  note: Generated<string>
  starts_on: string | null
  ends_on: string | null
  created_at: Generated<string>
  confirmed_at: string | null
  confirmed_by: string | null
  refused_at: string | null
  refused_by: string | null
  refused_reason: string | null
  successor_id: string | null
}

export interface MailTable {
  id: string
  user_id: string | null
  recipient: string
  lang: Lang
  subject: string
  body: string
  item_id: string | null
  created_at: Generated<string>
  due_at: Generated<string>
  tries: Generated<number>
  sent_at: string | null
  failed_at: string | null
  last_error: string | null
  act_id: string | null
  space_id: string | null
  choosable: Generated<0 | 1>
  sums_since: string | null
}

export interface MailChoiceTable {
  user_id: string
  choice: Generated<'each' | 'daily' | 'none'>
  key: string
  summed_at: Generated<string>
}

export interface TryTable {
  key: string
  count: number
  resets_at: string
}

export interface KeptFormTable {
  hash: string
  user_id: string | null
  path: string
  fields: string
  expires_at: string
}

export interface DraftTable {
  user_id: string
  form: string
  fields: string
  updated_at: Generated<string>
}

export interface SpaceTable {
  id: string
  slug: string
  name: string
  purpose: Generated<string>
  lang: Lang
  visibility: 'public' | 'network' | 'private'
  joining: 'open' | 'request' | 'invitation'
  created_by: string | null
  created_at: Generated<string>
  archived_at: string | null
}

export interface SpaceMemberTable {
  space_id: string
  user_id: string
  role: 'member' | 'moderator' | 'owner'
  joined_at: Generated<string>
}

export interface SpaceDoorsTable {
  id: number
  version: number
}

export interface SpaceRequestTable {
  space_id: string
  user_id: string
  note: Generated<string>
  created_at: Generated<string>
}

export interface SpaceInvitationTable {
  id: string
  space_id: string
  email: string
  token_hash: string
  role: 'member' | 'moderator'
  invited_by: string | null
  created_at: Generated<string>
  expires_at: string
  accepted_at: string | null
  accepted_by: string | null
  revoked_at: string | null
}

export interface ItemTable {
  id: string
  kind:
    | 'challenge'
    | 'thread'
    | 'post'
    | 'practice'
    | 'tool'
    | 'document'
    | 'step'
    | 'collection'
    | 'event'
  space_id: string | null
  thread_id: string | null
  author_id: string | null
  seat_id: string | null
  lang: Lang
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
  created_at: Generated<string>
  published_at: string | null
  edited_at: string | null
  hidden_at: string | null
  hidden_by: string | null
  hidden_reason: string | null
}

export interface ItemTextTable {
  item_id: string
  lang: Lang
  title: string | null
  summary: string | null
}

export interface SectionTable {
  item_id: string
  lang: string
  name:
    | 'body'
    | 'outcome'
    | 'context'
    | 'steps'
    | 'participants'
    | 'partners'
    | 'resources'
    | 'results'
    | 'obstacles'
    | 'lessons'
    | 'transfer'
    | 'legal'
  source: string
  html: string
  renderer: number
}

export interface TranslationTable {
  item_id: string
  lang: Lang
  translator_id: string | null
  translated_at: string | null
  revision: number
  changed: Generated<string>
  reviewer_id: string | null
  reviewed_at: string | null
}

export interface TranslationWishTable {
  item_id: string
  lang: Lang
  collectivity_code: string
  seat_id: string | null
  created_at: Generated<string>
}

export interface ItemPrincipleTable {
  item_id: string
  principle: string
}

export interface ItemTagTable {
  item_id: string
  tag_id: string
  /** Kept by triggers: when the item was published, null while lists do not show it. */
  listed_at: string | null
}

export interface ChallengeTable {
  item_id: string
  progress: Generated<'open' | 'working' | 'answered'>
  outcome_at: string | null
  outcome_by: string | null
}

export interface ChallengeFaceTable {
  challenge_id: string
  collectivity_code: string
  seat_id: string | null
  created_at: Generated<string>
  stance: Generated<'faces' | 'working' | 'observer'>
}

export interface ChallengeLinkTable {
  challenge_id: string
  item_id: string
  linked_by: string | null
  created_at: Generated<string>
  /** Kept by triggers: the same, of a thread its last word. */
  listed_at: string | null
  is_thread: Generated<0 | 1>
}

export interface ThreadTable {
  item_id: string
  form: 'question' | 'experience' | 'discussion'
  accepted_post_id: string | null
  accepted_by: string | null
  accepted_at: string | null
  reply_count: Generated<number>
  last_post_at: Generated<string>
  locked_at: string | null
}

export interface PracticeTable {
  item_id: string
  collectivity_code: string | null
  place: string | null
  country: Generated<string>
  stage: 'idea' | 'pilot' | 'running' | 'evaluated' | 'stopped' | null
  year: number | null
  started_on: string | null
  ended_on: string | null
  cost: string | null
  duration: string | null
  deliberation: string | null
  website_url: string | null
  publisher: string | null
  licence: Generated<string>
  source_url: string | null
  source_lang: string | null
  import_id: string | null
  contact: string | null
  obstacles_readers: Generated<'public' | 'network'>
  cost_readers: Generated<'public' | 'network'>
  contact_readers: Generated<'public' | 'network'>
}

export interface AdoptionTable {
  id: string
  practice_id: string
  collectivity_code: string
  from_id: string | null
  status: 'interested' | 'planned' | 'adapting' | 'running' | 'stopped' | null
  since: string | null
  created_at: Generated<string>
}

export interface AdoptionStepTable {
  item_id: string
  adoption_id: string
  status: 'interested' | 'planned' | 'adapting' | 'running' | 'stopped'
  happened_on: string
  cost: string | null
  duration: string | null
  evidence_url: string | null
  deliberation: string | null
  deliberated_on: string | null
}

export interface AskTable {
  id: string
  item_id: string
  collectivity_code: string
  function: string
  about: string
  due_on: string
  created_at: Generated<string>
  answered_at: string | null
}

export interface ConfirmationTable {
  id: string
  item_id: string
  says: 'running' | 'stopped' | 'verified'
  function: string
  collectivity_code: string | null
  note: Generated<string>
  said_at: Generated<string>
  until: string | null
}

export interface CoAuthorTable {
  item_id: string
  user_id: string
  created_at: Generated<string>
}

export interface PracticeThreadTable {
  practice_id: string
  thread_id: string
  tie: 'question' | 'origin'
}

export interface PracticeContributorTable {
  practice_id: string
  user_id: string
  seat_id: string | null
  state: Generated<'asked' | 'agreed' | 'declined'>
  asked_at: Generated<string>
  answered_at: string | null
}

export interface AttestationRequestTable {
  id: string
  item_id: string
  asked_by: string
  email: string
  lang: Lang
  token_hash: string
  revision: number
  asked_at: Generated<string>
  expires_at: string
  answered_at: string | null
  answer: 'right' | 'change' | null
  name: string | null
  function: string | null
  notice: string | null
  note: string | null
}

export interface AttestationTable {
  item_id: string
  collectivity_code: string
  function: string
  attested_at: Generated<string>
}

export interface PracticeImportTable {
  id: string
  user_id: string
  name: string
  form: 'table' | 'sheet'
  read_as: string
  columns: string
  unread: Generated<string>
  mapping: string
  lang: Lang
  collectivity_code: string | null
  checked_at: string | null
  created_at: Generated<string>
}

export interface PracticeImportRowTable {
  import_id: string
  position: number
  cells: string
  outcome: 'fit' | 'gaps' | 'out' | null
  made_at: string | null
  item_id: string | null
}

export interface RevisionTable {
  item_id: string
  number: number
  author_id: string | null
  created_at: Generated<string>
  note: Generated<string>
  snapshot: string
}

export interface ReactionTable {
  item_id: string
  user_id: string
  meaning: 'thanks' | 'worked' | 'did_not_work'
  created_at: Generated<string>
}

export interface BookmarkTable {
  user_id: string
  item_id: string
  created_at: Generated<string>
  folder_id: string | null
}

export interface BookmarkFolderTable {
  id: string
  user_id: string
  name: string
  created_at: Generated<string>
}

export interface EventTable {
  item_id: string
  place: string
  starts_on: string
  ends_on: string | null
  source_url: string | null
}

export interface PresentationTable {
  id: string
  event_id: string
  title: string
  lang: Lang
  collectivity_code: string
  declined_at: string | null
  reason: string | null
  reason_lang: Lang | null
  reminded: Generated<number>
  created_at: Generated<string>
}

export interface PresentationPracticeTable {
  presentation_id: string
  practice_id: string
}

export interface CollectionEntryTable {
  collection_id: string
  item_id: string
  position: number
  note: string | null
  note_lang: Lang | null
  added_by: string | null
  created_at: Generated<string>
}

export interface FollowTable {
  user_id: string
  item_id: string
  created_at: Generated<string>
}

export interface TopicFollowTable {
  user_id: string
  tag_id: string | null
  space_id: string | null
  collectivity_code: string | null
  created_at: Generated<string>
}

export interface FileTable {
  id: string
  item_id: string | null
  uploader_id: string | null
  name: string
  title: Generated<string>
  lang: Lang | null
  kind: 'image' | 'document'
  mime: string
  size: number
  inline: Generated<0 | 1>
  created_at: Generated<string>
}

export interface FileContentTable {
  file_id: string
  bytes: Buffer
}

export interface ReportTable {
  id: string
  item_id: string
  reporter_id: string | null
  reason: 'personal_data' | 'offensive' | 'untrue' | 'spam' | 'rights' | 'other'
  note: Generated<string>
  created_at: Generated<string>
  settled_at: string | null
  settled_by: string | null
  settlement: 'hidden' | 'kept' | null
}

export interface NotificationTable {
  id: string
  user_id: string
  kind:
    | 'mention'
    | 'question'
    | 'credit'
    | 'topic'
    | 'changed'
    | 'adopted'
    | 'collected'
    | 'translated'
    | 'reply'
    | 'accepted'
    | 'published'
    | 'returned'
    | 'seat_confirmed'
    | 'seat_refused'
    | 'space_joined'
    | 'space_request'
    | 'space_admitted'
    | 'space_refused'
  item_id: string | null
  space_id: string | null
  actor_id: string | null
  note: Generated<string>
  created_at: Generated<string>
  read_at: string | null
  act_id: string | null
}

export interface TellingTable {
  id: number
  kind: 'text' | 'adopted' | 'topic' | 'changed' | 'collected'
  item_id: string
  actor_id: string
  followed: string
  asked: string
  told_to: Generated<string>
}

export interface AuditTable {
  id: string
  created_at: Generated<string>
  actor_id: string | null
  verb: string
  subject_kind: string
  subject_id: string
  space_id: string | null
  detail: Generated<string>
  place: Generated<string>
  device: Generated<string>
}

export interface UndoTable {
  act_id: string
  state: Generated<string>
  expires_at: string
}

export interface ReferenceLoadTable {
  name: string
  hash: string
  loaded_at: Generated<string>
}

export interface SearchSizeTable {
  id: number
  rows: number
}

export interface SearchRowTable {
  id: number
  item_id: string
  lead_id: string
  lang: string
  for_members: Generated<0 | 1>
  space_id: string | null
  kind: string | null
  published_at: string | null
  collectivity_code: string | null
  region_code: string | null
  place_kind: string | null
  stage: string | null
  year: number | null
  files: Generated<number>
  principles: Generated<string>
  tags: Generated<string>
  authors: Generated<string>
  fingerprint: string
  archived: Generated<0 | 1>
}

/** The full-text index: the text of each column of a row apart, at eight times its id and the column. */
export interface SearchTextTable {
  rowid: number
  words: string
}

export interface SearchTitleTable {
  rowid: number
  title: string
}

export interface SearchWordTable {
  word: string
}

export interface SearchNameTable {
  folded: string
  kind: 'person' | 'space'
  ref: string
}

export interface ConceptTable {
  id: string
  slug: string
  created_at: Generated<string>
}

export interface ConceptLabelTable {
  concept_id: string
  lang: Lang
  folded: string
  label: string
  preferred: Generated<0 | 1>
}

export interface ConceptByHandTable {
  slug: string
}

export interface VocabularyTable {
  id: number
  version: number
}

export interface SearchMissTable {
  words: string
  lang: Lang
  day: string
  count: Generated<number>
}

export interface SavedSearchTable {
  id: string
  user_id: string
  query: string
  created_at: Generated<string>
}

export interface Database {
  collectivity: CollectivityTable
  collectivity_name: CollectivityNameTable
  membership: MembershipTable
  cycle_stage: CycleStageTable
  principle: PrincipleTable
  tag: TagTable
  tag_label: TagLabelTable
  tag_former_slug: TagFormerSlugTable
  user: UserTable
  session: SessionTable
  account_use: AccountUseTable
  totp: TotpTable
  recovery_code: RecoveryCodeTable
  half_sign_in: HalfSignInTable
  device: DeviceTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  token: TokenTable
  consent: ConsentTable
  seat: SeatTable
  mail: MailTable
  mail_choice: MailChoiceTable
  try: TryTable
  kept_form: KeptFormTable
  draft: DraftTable
  space: SpaceTable
  space_member: SpaceMemberTable
  space_doors: SpaceDoorsTable
  space_request: SpaceRequestTable
  space_invitation: SpaceInvitationTable
  item: ItemTable
  item_text: ItemTextTable
  section: SectionTable
  translation: TranslationTable
  translation_wish: TranslationWishTable
  item_principle: ItemPrincipleTable
  item_tag: ItemTagTable
  challenge: ChallengeTable
  challenge_face: ChallengeFaceTable
  challenge_link: ChallengeLinkTable
  thread: ThreadTable
  practice: PracticeTable
  adoption: AdoptionTable
  adoption_step: AdoptionStepTable
  ask: AskTable
  confirmation: ConfirmationTable
  co_author: CoAuthorTable
  practice_thread: PracticeThreadTable
  practice_contributor: PracticeContributorTable
  attestation_request: AttestationRequestTable
  attestation: AttestationTable
  practice_import: PracticeImportTable
  practice_import_row: PracticeImportRowTable
  revision: RevisionTable
  reaction: ReactionTable
  bookmark: BookmarkTable
  bookmark_folder: BookmarkFolderTable
  collection_entry: CollectionEntryTable
  event: EventTable
  presentation: PresentationTable
  presentation_practice: PresentationPracticeTable
  follow: FollowTable
  topic_follow: TopicFollowTable
  file: FileTable
  file_content: FileContentTable
  report: ReportTable
  notification: NotificationTable
  telling: TellingTable
  audit: AuditTable
  undo: UndoTable
  reference_load: ReferenceLoadTable
  search_row: SearchRowTable
  search_size: SearchSizeTable
  search_text: SearchTextTable
  search_title: SearchTitleTable
  search_word: SearchWordTable
  search_name: SearchNameTable
  concept: ConceptTable
  concept_by_hand: ConceptByHandTable
  concept_label: ConceptLabelTable
  vocabulary: VocabularyTable
  search_miss: SearchMissTable
  saved_search: SavedSearchTable
}

/** A row of a table as a query gives it. */
export type Row<T extends keyof Database> = Selectable<Database[T]>
