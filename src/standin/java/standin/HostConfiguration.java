/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The beans that SteVe offers. Scans SteVe's packages and its own; the plugin comes by auto-configuration, as in SteVe. */
@Configuration
@EnableAutoConfiguration
@ComponentScan({"standin", "de.rwth.idsg.steve"})
class HostConfiguration {

    @Bean
    Clock clock(StandIn.Options options) {
        return options.clock();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(StandIn.Options options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.database().url());
        config.setUsername(options.database().user());
        config.setPassword(options.database().password());
        config.setMaximumPoolSize(10);
        HikariDataSource dataSource = new HikariDataSource(config);
        if (new JdbcTemplate(dataSource)
                .queryForList("SHOW TABLES LIKE 'charge_box'")
                .isEmpty()) {
            new ResourceDatabasePopulator(new ClassPathResource("standin/schema.sql")).execute(dataSource);
        }
        return dataSource;
    }

    /** The host describes an API of its own; ours stands beside it. */
    @Bean
    GroupedOpenApi hostApi() {
        return GroupedOpenApi.builder()
                .group("admin")
                .packagesToScan("de.rwth.idsg.steve.web.api")
                .pathsToMatch("/api/**")
                .build();
    }

    @Bean
    JdbcTemplate jdbcTemplate(HikariDataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    DSLContext dslContext(HikariDataSource dataSource) {
        return DSL.using(
                dataSource,
                SQLDialect.MARIADB,
                new Settings().withAttachRecords(false).withExecuteLogging(false));
    }

    @Bean
    @Primary
    ThreadPoolTaskScheduler asyncTaskExecutor() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(10);
        scheduler.setThreadNamePrefix("SteVe-TaskScheduler-");
        return scheduler;
    }

    @Bean
    de.rwth.idsg.steve.repository.ChargingProfileRepository chargingProfileRepository() {
        return new de.rwth.idsg.steve.repository.ChargingProfileRepository() {};
    }
}
