import { totalmem } from 'node:os'

const megabyte = 1024 ** 2
const between = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))

/** Settings of the embedded PostgreSQL: reached by its socket alone, sized for the machine it shares with Mortar. */
export function tuning({ socket, durable }: { socket: string; durable: boolean }): string[] {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / megabyte
  return [
    `listen_addresses=`,
    `port=5432`,
    `unix_socket_directories=${socket}`,
    `unix_socket_permissions=0700`,
    `max_connections=100`,
    `shared_buffers=${between(64, memory / 8, 4096)}MB`,
    `effective_cache_size=${between(256, memory / 2, 65_536)}MB`,
    `work_mem=${between(4, memory / 512, 32)}MB`,
    `maintenance_work_mem=${between(64, memory / 32, 512)}MB`,
    `max_wal_size=2GB`,
    `checkpoint_timeout=15min`,
    `random_page_cost=1.1`,
    `jit=off`,
    `timezone=UTC`,
    `log_timezone=UTC`,
    // Errors are Mortar's to log; the statement behind one could hold what people wrote.
    `log_min_messages=log`,
    `log_min_error_statement=panic`,
    `log_checkpoints=off`,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
}
