import { Injectable } from '@nestjs/common';

/** The present moment, replaceable in tests. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
