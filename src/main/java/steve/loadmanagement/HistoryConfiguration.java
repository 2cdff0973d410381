/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import de.rwth.idsg.steve.service.MailService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.dispatch.SteveMail;
import steve.loadmanagement.dispatch.Webhook;
import steve.loadmanagement.history.AlarmNews;
import steve.loadmanagement.history.History;
import steve.loadmanagement.store.AuditTable;
import steve.loadmanagement.store.DecisionTable;
import steve.loadmanagement.store.EventTable;
import steve.loadmanagement.store.SampleTables;
import steve.loadmanagement.store.SetpointTable;
import steve.loadmanagement.web.WebConfiguration;

/** What is kept of the past: samples, decisions, events, audits; and who is told of alarms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HistoryProperties.class, AlarmProperties.class})
class HistoryConfiguration {

    @Bean
    EventTable loadManagementEventTable(DSLContext ctx) {
        return new EventTable(ctx);
    }

    @Bean
    AuditTable loadManagementAudits(DSLContext ctx) {
        return new AuditTable(ctx);
    }

    @Bean
    SetpointTable loadManagementSetpoints(DSLContext ctx) {
        return new SetpointTable(ctx);
    }

    @Bean
    SampleTables loadManagementSamples(DSLContext ctx) {
        return new SampleTables(ctx);
    }

    @Bean
    DecisionTable loadManagementDecisions(DSLContext ctx) {
        return new DecisionTable(ctx);
    }

    @Bean
    WebConfiguration.ReadingAge loadManagementReadingAge(LoadManagementProperties properties) {
        return new WebConfiguration.ReadingAge(properties.maximumReadingAge());
    }

    @Bean
    History.Stores loadManagementHistoryStores(
            SampleTables means, DecisionTable decisions, AuditTable oldRows, PriorityStore priorities) {
        return new History.Stores(means, decisions, oldRows, priorities);
    }

    @Bean(destroyMethod = "close")
    History loadManagementHistory(
            History.Stores stores, HistoryProperties kept, LoadManagementProperties properties, Clock clock) {
        return new History(stores, kept.retention(), properties.maximumReadingAge(), clock);
    }

    @Bean(destroyMethod = "close")
    AlarmNews loadManagementNews(AlarmProperties alarms, ObjectProvider<MailService> mails, Clock clock) {
        List<AlarmNews.Herald> heralds = new ArrayList<>();
        if (alarms.mail()) {
            mails.ifAvailable(mail -> heralds.add(new SteveMail(mail)));
        }
        if (alarms.webhookUrl() != null) {
            heralds.add(new Webhook(alarms.webhookUrl(), alarms.webhookSecret(), clock));
        }
        return new AlarmNews(heralds, clock);
    }
}
