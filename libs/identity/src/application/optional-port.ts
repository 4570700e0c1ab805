import type { ModuleRef } from '@nestjs/core';
import { UnknownElementException } from '@nestjs/core/errors/exceptions/unknown-element.exception.js';

/** The implementation of a port by a module of a higher floor, when the process has one. */
export function optionalPort<T>(modules: ModuleRef, port: abstract new () => T): T | null {
  try {
    return modules.get<T>(port as unknown as new () => T, { strict: false });
  } catch (error) {
    if (error instanceof UnknownElementException) return null;
    throw error;
  }
}
