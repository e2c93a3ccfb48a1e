import type { Caller } from './world.ts'

export interface Browser {
  /** Calls the API with the cookies that earlier answers set. */
  call: Caller
  cookies: Map<string, string>
  /** Every cookie that was set, with its attributes. */
  set: string[]
}

/** A browser before anybody signed in. */
export function browser(call: Caller): Browser {
  const cookies = new Map<string, string>()
  const set: string[] = []
  const keep = (header: unknown) => {
    for (const cookie of [header ?? []].flat() as string[]) {
      set.push(cookie)
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
  }
  const withCookies = async (address: string, sent: { headers?: Record<string, string> } = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await (call as (address: string, sent: object) => ReturnType<Caller>)(address, {
      ...sent,
      headers: { ...(cookie && { cookie }), origin: 'http://localhost:4400', ...sent.headers },
    })
    keep(answer.headers['set-cookie'])
    return answer
  }
  return { call: withCookies as unknown as Caller, cookies, set }
}
