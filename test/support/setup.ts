// Real processes and databases on a busy machine: a hang ends a test, slowness does not.
jest.setTimeout(120_000);
