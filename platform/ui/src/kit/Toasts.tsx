import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'

/** On a phone the places for toasts are as wide as the screen: what lies under an empty one must stay within reach. */
export const Toasts = () => (
  <Notifications
    position="bottom-center"
    limit={4}
    containerWidth={400}
    styles={{ root: { pointerEvents: 'none' }, notification: { pointerEvents: 'auto' } }}
  />
)
