/** A measured time in milliseconds: on the wall, and of the processor in all threads of the process. */
export interface Elapsed {
  readonly wall: number;
  readonly cpu: number;
}

/** Returns a function that returns the time since this call, or since its own last call. */
export function stopwatch(): () => Elapsed {
  let wall = performance.now();
  let cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const elapsed = { wall: performance.now() - wall, cpu: (user + system) / 1000 };
    wall = performance.now();
    cpu = process.cpuUsage();
    return elapsed;
  };
}
