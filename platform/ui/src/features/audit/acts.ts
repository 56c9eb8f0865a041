/** What can be sought, in groups that can be sought as a whole; anything else still shows by its name. */
export const ACTS = {
  records: [
    'CustomerRegistered', 'CustomerRevised', 'CustomerArchived', 'CustomerRestored', 'CustomerTrashed', 'CustomerPurged', 'CustomersLinked', 'CustomerLinkRevised', 'CustomersUnlinked',
    'OrderPlaced', 'OrderRevised', 'OrderTrashed', 'OrderRestored', 'InteractionRecorded', 'InteractionRevised', 'InteractionTrashed', 'InteractionRestored',
    'FeedbackReceived', 'FeedbackRevised', 'FeedbackTrashed', 'FeedbackRestored', 'TaskPlanned', 'TaskRevised', 'TaskTrashed', 'TaskRestored',
    'FileAdded', 'FileDeleted', 'ConsentGranted', 'ConsentRefused', 'ConsentWithdrawn', 'ValuesRecovered',
  ],
  many: ['ImportUploaded', 'ImportMapped', 'ImportChecked', 'ImportStarted', 'ImportPaused', 'ImportResumed', 'ImportCancelled', 'ImportUndone', 'BulkPreviewed', 'BulkStarted', 'BulkCancelled', 'BulkUndone', 'HandOverPreviewed'],
  reads: [
    'SensitiveRead', 'UnreadableValue', 'CustomersSearched', 'OrdersSearched', 'InteractionsSearched', 'FeedbackSearched', 'TasksSearched', 'TimelineSearched', 'DuplicatesSought', 'CustomersCounted', 'TrailSearched', 'ViewedAs',
    'FileDownloaded', 'RejectedRowsDownloaded', 'ExportStarted', 'ExportCancelled', 'ExportDownloaded', 'CustomersExported', 'OrdersExported', 'InteractionsExported', 'FeedbackExported', 'TasksExported', 'TrailExported',
  ],
  entrance: [
    'SignedIn', 'SignInFailed', 'SignedOut', 'SessionConfirmed', 'SessionEnded', 'OtherSessionsEnded', 'PasswordChanged', 'SecondFactorSetUp', 'SecondFactorRemoved', 'PasskeyAdded', 'PasskeyRenamed', 'PasskeyRemoved', 'RecoveryCodesRenewed', 'AccountRevised', 'Refused',
  ],
  rights: [
    'MemberInvited', 'InvitationRenewed', 'InvitationRevoked', 'InvitationAccepted', 'MemberRemoved', 'RoleGiven', 'RoleAdded', 'RoleRevised', 'RoleRemoved', 'TeamAdded', 'TeamRevised', 'TeamRemoved', 'RecordShared', 'ShareEnded', 'ApiKeyMade', 'ApiKeyRevoked',
  ],
  setup: [
    'SettingsRevised', 'SignInPolicyRevised', 'SignInProviderRevised', 'SignInProviderRemoved', 'SecurityRuleRevised', 'SecurityEventAcknowledged', 'FieldAdded', 'FieldRevised', 'FieldRetired', 'FieldRestored', 'FieldConversionStarted', 'FieldConverted', 'FieldWorkCancelled',
    'LayoutSaved', 'LayoutReset', 'PluginSwitchedOn', 'PluginSwitchedOff', 'PurposeDeclared', 'PurposeRevised', 'PurposeTextAdded', 'SourceDeclared', 'SourceRevised', 'SurveyMade', 'SurveyRevised', 'SurveyLinked',
    'ViewSaved', 'ViewRevised', 'ViewDeleted', 'DeliveryRetried', 'SealKeyRotated', 'TrailVerified', 'TrailFoundBroken', 'TrailLost',
  ],
} as const

export type ActGroup = keyof typeof ACTS
export const GROUPS = Object.keys(ACTS) as ActGroup[]

/** The acts of a group; an act stands for itself. */
export const actsOf = (chosen: string | undefined) => (GROUPS.some((one) => one === chosen) ? ACTS[chosen as ActGroup].join(',') : chosen)
