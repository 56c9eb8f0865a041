import { Alert, Button, CopyButton, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer, type Survey } from '@/api'
import { say } from '@/i18n'
import { CustomerPicker } from '@/kit/field/CustomerPicker'
import { formatDate } from '@/kit/field/format'
import { FormProblem } from '@/kit/states'
import { tellsWho } from './draft'
import { surveysQuery } from './queries'

/** A link to one survey for everybody or for one customer, or to any survey for the customer whose profile is open. */
export function SurveyLinkDialog({ survey: given, customer, onClose }: { survey?: Survey; customer?: Customer; onClose: () => void }) {
  const { t } = useTranslation()
  const surveys = useQuery({ ...surveysQuery, enabled: !given })
  const open = (surveys.data?.items ?? []).filter((one) => one.active)
  const [chosen, setChosen] = useState<string | null>(null)
  const survey = given ?? open.find((one) => one.id === chosen) ?? (open.length === 1 ? open[0] : undefined)
  const everybody = given ? tellsWho(given.questions) : false
  const [whose, setWhose] = useState(everybody ? 'all' : 'one')
  const [picked, setPicked] = useState<string | null>(null)
  const customerId = customer?.id ?? (whose === 'one' ? picked : null)
  const make = useMutation({ mutationFn: () => api.surveys.link(survey!.id, customerId) })
  const again = () => make.reset()
  const ready = survey && (whose === 'all' ? everybody : Boolean(customerId))
  return (
    <Modal opened onClose={onClose} title={customer ? t('survey.sendTo', { name: customer.name }) : t('survey.linkOf', { name: say(given?.title) })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {!given && surveys.isSuccess && open.length === 0 ? (
        <Text>
          {t('survey.noneOpen')}{' '}
          <Link to="/surveys" onClick={onClose} style={{ color: 'var(--q-accent-text)' }}>
            {t('survey.toSurveys')}
          </Link>
        </Text>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            make.mutate()
          }}
        >
          <Stack gap={14}>
            <FormProblem error={make.error} />
            {!given && (
              <Select
                data-autofocus
                label={t('survey.which')}
                allowDeselect={false}
                data={open.map((one) => ({ value: one.id, label: say(one.title) }))}
                value={survey?.id ?? null}
                onChange={(value) => {
                  setChosen(value)
                  again()
                }}
              />
            )}
            {!customer && (
              <>
                <SegmentedControl
                  fullWidth
                  value={whose}
                  aria-label={t('survey.forWhom')}
                  onChange={(value) => {
                    setWhose(value)
                    again()
                  }}
                  data={[
                    { value: 'all', label: t('survey.forAll') },
                    { value: 'one', label: t('survey.forOne') },
                  ]}
                />
                {whose === 'one' ? (
                  <CustomerPicker
                    label={t('record.customer')}
                    value={picked}
                    onChange={(value) => {
                      setPicked(value)
                      again()
                    }}
                  />
                ) : (
                  !everybody && <Alert color="yellow" variant="light" py={10}>{t('survey.needsContact')}</Alert>
                )}
              </>
            )}
            {make.data ? (
              <div>
                <Group gap={8} wrap="nowrap" align="flex-end">
                  <TextInput style={{ flex: 1 }} label={t('survey.link')} readOnly value={make.data.url} onFocus={(event) => event.currentTarget.select()} />
                  <CopyButton value={make.data.url} timeout={4000}>
                    {({ copied, copy }) => (
                      <Button autoFocus leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
                        {t(copied ? 'action.copied' : 'action.copy')}
                      </Button>
                    )}
                  </CopyButton>
                </Group>
                <Text size="sm" c="dimmed" mt={8}>
                  {make.data.expiresAt ? t('survey.linkOnce', { day: formatDate(make.data.expiresAt) }) : t('survey.linkForAll')}
                </Text>
              </div>
            ) : (
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  {t('action.cancel')}
                </Button>
                <Button type="submit" loading={make.isPending} disabled={!ready}>
                  {t('survey.makeLink')}
                </Button>
              </Group>
            )}
          </Stack>
        </form>
      )}
    </Modal>
  )
}
