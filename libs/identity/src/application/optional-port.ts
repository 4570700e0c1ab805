import type { ModuleRef } from '@nestjs/core';

/** The implementation of a port by a module of a higher floor, when the process has one. */
export function optionalPort<T>(modules: ModuleRef, port: abstract new () => T): T | null {
  try {
    return modules.get<T>(port as unknown as new () => T, { strict: false });
  } catch {
    return null;
  }
}
