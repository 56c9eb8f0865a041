import { Anchor, Button, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Industry } from '@/api'
import { language } from '@/i18n'
import { slugOf } from '@/kit/field/parse'
import { FormProblem } from '@/kit/states'
import { Entrance } from '../session/Entrance'
import { useEnter } from '../session/useSession'
import { INDUSTRIES } from '../workspace/industries'

export function SignUp() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const enter = useEnter()
  const attempt = useRef(crypto.randomUUID())
  const [form, setForm] = useState({ workspaceName: '', slug: '', name: '', email: '', password: '' })
  const [industry, setIndustry] = useState<Industry | null>(null)
  const [ownSlug, setOwnSlug] = useState(false)
  /** What was mailed to the address, once the server has asked for it. */
  const [code, setCode] = useState<string | null>(null)
  const signUp = useMutation({
    mutationFn: () =>
      api.session.signUp(
        { ...form, email: form.email.trim(), industry: industry!, language: language(), ...(code === null ? {} : { code }) },
        attempt.current,
      ),
    onSuccess: async (session) => {
      enter(session)
      await navigate({ to: '/customers', replace: true })
    },
    onError: (error) => {
      attempt.current = crypto.randomUUID()
      if (isProblem(error, 'address-proof-required')) setCode('')
    },
  })
  const errors = isProblem(signUp.error) ? signUp.error.byField : {}
  const bind = (key: keyof typeof form) => ({
    value: form[key],
    error: errors[key],
    required: true,
    withAsterisk: false,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const value = event.currentTarget.value
      setForm((old) => ({ ...old, [key]: value, ...(key === 'workspaceName' && !ownSlug ? { slug: slugOf(value) } : {}) }))
    },
  })
  // A field that is refused later is only seen where it stands.
  const proving = code !== null && !Object.keys(errors).some((field) => field !== 'code')
  if (proving)
    return (
      <Entrance>
        <Title order={1} mb={6}>
          {t('signup.proofTitle')}
        </Title>
        <Text c="dimmed" mb={24}>
          {t('signup.proofLead', { email: form.email.trim() })}
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            signUp.mutate()
          }}
        >
          <Stack gap={16}>
            <FormProblem error={isProblem(signUp.error, 'address-proof-required') ? null : signUp.error} fields={['code']} />
            <TextInput label={t('signup.code')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} autoFocus required withAsterisk={false} maxLength={20} value={code} error={errors.code} onChange={(event) => setCode(event.currentTarget.value)} />
            <Button type="submit" size="md" loading={signUp.isPending}>
              {t('signup.submit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                setCode(null)
                signUp.reset()
              }}
            >
              {t('signup.back')}
            </Button>
          </Stack>
        </form>
      </Entrance>
    )
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t('signup.title')}
      </Title>
      <Text c="dimmed" mb={24}>
        {t('signup.lead')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signUp.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={signUp.error} fields={[...Object.keys(form), 'industry']} />
          <TextInput label={t('workspace.name')} placeholder={t('workspace.nameExample')} autoFocus autoComplete="organization" {...bind('workspaceName')} />
          <TextInput
            label={t('workspace.slug')}
            description={t('workspace.slugHint')}
            autoCapitalize="none"
            spellCheck={false}
            {...bind('slug')}
            onChange={(event) => {
              setOwnSlug(true)
              const value = event.currentTarget.value.toLowerCase()
              setForm((old) => ({ ...old, slug: value }))
            }}
          />
          <Select
            label={t('workspace.industry')}
            placeholder={t('workspace.industryPick')}
            data={INDUSTRIES.map((value) => ({ value, label: t(`industry.${value}`) }))}
            value={industry}
            onChange={(value) => setIndustry(value as Industry)}
            required
            withAsterisk={false}
            error={errors.industry}
            comboboxProps={{ withinPortal: true }}
          />
          <TextInput label={t('account.name')} placeholder={t('account.nameExample')} autoComplete="name" {...bind('name')} />
          <TextInput label={t('account.email')} type="email" autoComplete="username" {...bind('email')} />
          <PasswordInput label={t('account.password')} description={t('account.passwordHint')} autoComplete="new-password" {...bind('password')} />
          <Button type="submit" size="md" loading={signUp.isPending} mt={4}>
            {t('signup.submit')}
          </Button>
        </Stack>
      </form>
      <Text c="dimmed" mt={24}>
        {t('signup.known')}{' '}
        <Anchor component={Link} to="/signin" underline="always">
          {t('signin.action')}
        </Anchor>
      </Text>
    </Entrance>
  )
}
