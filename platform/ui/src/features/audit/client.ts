import { deviceOf } from '../account/device'

/** A browser by its name, anything else as it calls itself. */
export const nameOfClient = (client: string) => deviceOf(client).name || client
