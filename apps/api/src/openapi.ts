import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API's description; from it come `/api/docs`, `apps/api/openapi.json` and the SPA's types. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('JourneyLoop')
    .setDescription(
      'A companion for independent coaches. Errors are RFC 9457 problem documents with a stable `code`.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('journeyloop_session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  sortEnums(document);
  return document;
}

/** The compiler lists a union's members in the order it met them, which differs between a full and a partial build. */
function sortEnums(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'enum' && Array.isArray(inner)) inner.sort((a, b) => (String(a) < String(b) ? -1 : 1));
    else sortEnums(inner);
  }
}
