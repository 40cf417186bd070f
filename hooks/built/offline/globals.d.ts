/* What worker.js and farewell.js find in place, for the type checker; browsers never load it. */

declare const VERSION: string
declare const DIGEST_SIZE: number
declare const PARCELS: [parcel: string, files: Record<string, string>][]
declare const LATER: Map<string, string>

declare const registration: ServiceWorkerRegistration
declare const clients: Clients
declare const skipWaiting: ServiceWorkerGlobalScope["skipWaiting"]
declare function addEventListener<Type extends keyof ServiceWorkerGlobalScopeEventMap>(
  type: Type,
  listener: (event: ServiceWorkerGlobalScopeEventMap[Type]) => void,
): void
