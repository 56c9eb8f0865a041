import { Kbd, Modal, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { singleKeysOn, switchSingleKeys } from '@/kit/useKeys'
import classes from './KeyboardHelp.module.css'

const GROUPS = [
  { name: 'anywhere', keys: [['/', 'search'], ['Ctrl K', 'search'], ['c', 'create'], ['?', 'help']] },
  { name: 'go', keys: [['g c', 'goCustomers'], ['g o', 'goOrders'], ['g f', 'goFeedback'], ['g t', 'goTasks'], ['g i', 'goImports'], ['g p', 'goPlugins'], ['g s', 'goSettings']] },
  { name: 'list', keys: [['j', 'down'], ['k', 'up'], ['Enter', 'open'], ['x', 'select'], ['a', 'selectAll'], ['b', 'bulk'], ['1–9', 'views'], ['v', 'view'], ['f', 'filter'], ['d', 'export'], ['Esc', 'close']] },
  { name: 'record', keys: [['n', 'note'], ['l', 'logCall'], ['t', 'task'], ['u', 'file'], ['Ctrl Enter', 'keep'], ['e', 'edit'], ['o', 'origin'], ['Enter', 'save'], ['Esc', 'cancel']] },
] as const

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(singleKeysOn())
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <section key={group.name}>
            <Text size="sm" fw={600} component="h3" m={0} mb={6}>
              {t(`keys.group.${group.name}`)}
            </Text>
            {group.keys.map(([keys, what]) => (
              <div key={keys} className={classes.line}>
                <span>{t(`keys.${what}`)}</span>
                <span>
                  {keys.split(' ').map((key) => (
                    <Kbd key={key} size="xs" ml={4}>
                      {key}
                    </Kbd>
                  ))}
                </span>
              </div>
            ))}
          </section>
        ))}
      </div>
      <Switch
        mt="lg"
        label={t('keys.single')}
        description={t('keys.singleHint')}
        checked={on}
        onChange={(event) => {
          switchSingleKeys(event.currentTarget.checked)
          setOn(event.currentTarget.checked)
        }}
      />
    </Modal>
  )
}
