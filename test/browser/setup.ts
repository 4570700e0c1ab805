// Three processes and a browser share the machine with whatever else runs: a step that lost a race against an animation
// or a reload gets one more chance, and says that it needed it.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
