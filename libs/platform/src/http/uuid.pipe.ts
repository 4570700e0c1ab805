import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../errors/domain-error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A path id that is no uuid names nothing: the same 404 as an id that belongs to nobody. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly thing: string) {}

  transform(value: string): string {
    if (!UUID.test(value)) throw notFound(this.thing);
    return value.toLowerCase();
  }
}
