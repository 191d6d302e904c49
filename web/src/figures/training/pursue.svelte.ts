import { untrack } from "svelte";

/**
 * Computes an answer for what `read` gives, again and again where that changes faster than answers
 * come: each answer is shown, and then the newest request is next. For a component's setup. `read`
 * gives a new object for each request, or undefined while there is nothing to ask.
 */
export function pursue<Request extends object, Result>(
  read: () => Request | undefined,
  compute: (request: Request) => Promise<Result>,
) {
  let answered = $state.raw<{ request: Request; result: Result }>();
  let error = $state.raw<Error>();
  let next: Request | undefined;
  let isRunning = false;
  let isGone = false;

  async function run() {
    if (isRunning) return;
    isRunning = true;
    while (next && !isGone) {
      const request = next;
      next = undefined;
      try {
        answered = { request, result: await compute(request) };
        error = undefined;
      } catch (thrown) {
        error = thrown as Error;
      }
    }
    isRunning = false;
  }

  $effect(() => {
    next = read();
    untrack(() => void run());
  });
  $effect(() => () => (isGone = true));

  return {
    /** The newest answer there is, and what it answers. */
    get answered() {
      return answered;
    },
    get error() {
      return error;
    },
  };
}
