// Records the tasks of the main threads of a browser's pages.
import { EnsureError } from './packages.mjs';

/**
 * Records the tasks of main threads. The returned function stops the recording and returns all tasks: their
 * duration and their processor time in microseconds.
 */
export async function recordTasks(browser) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  return async () => {
    const complete = new Promise((settle) => session.once('Tracing.tracingComplete', settle));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const mains = new Set(
      events.flatMap(({ name, args, pid, tid }) =>
        name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
      ),
    );
    const tasks = events.filter(
      ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`),
    );
    // A recording without any task is not valid.
    if (tasks.length === 0) throw new EnsureError('the browser recorded no task of the page');
    return tasks.map(({ dur, tdur }) => ({ lasted: dur, worked: tdur }));
  };
}
