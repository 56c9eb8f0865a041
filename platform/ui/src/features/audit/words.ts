import { useTranslation } from 'react-i18next'

/** What can be sought, most wanted first; anything else still shows by its name. */
export const ACTS = [
  'CustomerRegistered', 'CustomerRevised', 'CustomerArchived', 'CustomerRestored', 'CustomerTrashed', 'CustomerPurged',
  'OrderPlaced', 'OrderRevised', 'OrderTrashed', 'OrderRestored',
  'InteractionRecorded', 'InteractionRevised', 'InteractionTrashed', 'InteractionRestored',
  'FeedbackReceived', 'FeedbackRevised', 'FeedbackTrashed', 'FeedbackRestored',
  'TaskPlanned', 'TaskRevised', 'TaskTrashed', 'TaskRestored',
  'ImportStarted', 'ImportUndone', 'BulkStarted', 'BulkUndone', 'ValuesRecovered',
  'SensitiveRead', 'UnreadableValue', 'CustomersSearched', 'OrdersSearched', 'InteractionsSearched', 'FeedbackSearched', 'TasksSearched', 'TimelineSearched', 'TrailSearched', 'FileDownloaded', 'ExportStarted', 'ExportDownloaded', 'CustomersExported', 'OrdersExported', 'TrailExported',
  'SignedIn', 'SignInFailed', 'SignedOut', 'SessionConfirmed', 'PasswordChanged', 'SecondFactorSetUp', 'SecondFactorRemoved', 'PasskeyAdded', 'PasskeyRemoved', 'Refused',
  'MemberInvited', 'InvitationRenewed', 'InvitationRevoked', 'InvitationAccepted', 'MemberAdded', 'MemberRemoved', 'RoleGiven', 'RoleAdded', 'RoleRevised', 'RoleRemoved', 'TeamAdded', 'TeamRevised', 'TeamRemoved', 'RecordShared', 'ShareEnded',
  'ApiKeyMade', 'ApiKeyRevoked', 'SettingsRevised', 'SignInPolicyRevised', 'SecurityRuleRevised', 'FieldAdded', 'FieldRevised', 'FieldRetired', 'FieldRestored', 'FieldConverted', 'PluginSwitchedOn', 'PluginSwitchedOff',
  'ConsentGranted', 'ConsentRefused', 'ConsentWithdrawn', 'CustomersLinked', 'CustomersUnlinked', 'TrailLost',
] as const

/** In words; what a newer server calls by a name that is not known here is shown in its own words. */
export function useActWords() {
  const { t } = useTranslation()
  return (act: string) => t(`trail.act.${act}` as 'trail.act.CustomerRevised', { defaultValue: act.replace(/([a-z])([A-Z])/g, '$1 $2') })
}
