import type { JobOptions } from "../../web/src/api/core/types";
import type { Policy } from "../../web/src/figures/shared/policies";
import { resource as newResource } from "../../web/src/figures/shared/resource.svelte";

interface Started {
  name: string;
  job: JobOptions & { signal: AbortSignal };
  finish: (result: string) => void;
  fail: (error: Error) => void;
}

/** A resource outside a component, of requests by their names, each answered when it is told to. */
export function requests(policy: Policy) {
  let request = $state.raw<{ name: string }>();
  const started: Started[] = [];
  let resource!: ReturnType<typeof newResource<{ name: string }, string>>;
  const close = $effect.root(() => {
    resource = newResource(
      () => request,
      ({ name }, job) =>
        new Promise<string>((finish, fail) => started.push({ name, job, finish, fail })),
      policy,
    );
  });
  const ask = (name: string | undefined) => {
    request = name === undefined ? undefined : { name };
  };
  return { resource, started, ask, close };
}
