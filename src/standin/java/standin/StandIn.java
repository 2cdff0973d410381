/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import java.time.Clock;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import standin.store.Stations;

/** A running stand-in for SteVe. */
public final class StandIn implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StandIn(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Who may log in without authority ADMIN, with the same password. */
    public static final String LOOKER = "looker";

    /**
     * How it runs.
     *
     * @param database where it keeps its tables, and the plugin its own
     * @param clock the host's clock
     * @param port 0 for any free one
     * @param user who may log in, with authority ADMIN, and use the API
     * @param properties more settings, as on SteVe's command line
     */
    public record Options(
            Database database, Clock clock, int port, String user, String password, Map<String, Object> properties) {

        public static Options on(Database database) {
            return new Options(database, Clock.systemUTC(), 0, "admin", "1234", Map.of());
        }

        public Options with(Clock newClock) {
            return new Options(database, newClock, port, user, password, properties);
        }

        public Options atPort(int newPort) {
            return new Options(database, clock, newPort, user, password, properties);
        }

        public Options with(String key, Object value) {
            Map<String, Object> more = new java.util.HashMap<>(properties);
            more.put(key, value);
            return new Options(database, clock, port, user, password, more);
        }
    }

    /** A schema of a MariaDB server. */
    public record Database(String url, String user, String password) {}

    /** Starts it and returns when it answers. */
    public static StandIn start(Options options) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication application = new SpringApplication(HostConfiguration.class);
        Map<String, Object> defaults = new java.util.HashMap<>(Map.of(
                "server.port", options.port(),
                "server.address", "127.0.0.1",
                "server.servlet.context-path", "/steve",
                "server.shutdown", "graceful",
                "spring.main.banner-mode", "off",
                "spring.sql.init.mode", "never",
                "springdoc.api-docs.path", "/manager/v3/api-docs",
                "springdoc.paths-to-exclude", "/manager/**"));
        defaults.putAll(options.properties());
        application.setDefaultProperties(defaults);
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext generic) {
                generic.registerBean(Options.class, () -> options);
            } else {
                throw new IllegalStateException(BeanDefinitionRegistry.class + " expected");
            }
        });
        return new StandIn(application.run());
    }

    public int port() {
        ServletWebServerApplicationContext web = (ServletWebServerApplicationContext) context;
        return java.util.Objects.requireNonNull(web.getWebServer()).getPort();
    }

    /** Where its pages begin, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/steve";
    }

    /** Where that station connects. */
    public String stationUrl(String chargeBoxId) {
        return "ws://127.0.0.1:" + port() + "/steve/websocket/CentralSystemService/" + chargeBoxId;
    }

    public void register(String chargeBoxId, int connectors) {
        context.getBean(Stations.class).register(chargeBoxId, connectors);
    }

    /** A bean of the host or of the plugin in it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
