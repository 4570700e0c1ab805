import { Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { AppConfig } from '../config/app-config';
import { TenantScope } from './tenant-scope';
import { PgNotifications } from './pg-notifications';
import { ConfigModule } from '../config/config.module';

/** Options shared by the running processes and the migrations. */
export const databaseDefaults = {
  type: 'postgres',
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  synchronize: false,
  migrationsRun: false,
} as const;

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      imports: [ConfigModule],
      inject: [AppConfig],
      useFactory: (config: AppConfig): TypeOrmModuleOptions => ({
        ...databaseDefaults,
        url: config.DATABASE_URL,
        autoLoadEntities: true,
        // Query text and values may hold client words: nothing of them is logged.
        logging: false,
        extra: { max: config.DATABASE_POOL_SIZE, application_name: 'journeyloop', keepAlive: true },
      }),
    }),
  ],
  providers: [TenantScope, PgNotifications],
  exports: [TenantScope, PgNotifications],
})
export class DatabaseModule {}
