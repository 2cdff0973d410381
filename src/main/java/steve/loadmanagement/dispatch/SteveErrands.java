/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import static org.springframework.web.util.HtmlUtils.htmlUnescape;

import de.rwth.idsg.steve.ocpp.ChargePointServiceInvokerImpl;
import de.rwth.idsg.steve.ocpp.OcppVersion;
import de.rwth.idsg.steve.ocpp.task.ChangeConfigurationTask;
import de.rwth.idsg.steve.ocpp.task.GetCompositeScheduleTask;
import de.rwth.idsg.steve.ocpp.task.GetConfigurationTask;
import de.rwth.idsg.steve.ocpp.task.GetConfigurationTask.ConfigurationKeyValues;
import de.rwth.idsg.steve.ocpp.task.TriggerMessageTask;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.web.dto.ocpp.ChangeConfigurationParams;
import de.rwth.idsg.steve.web.dto.ocpp.ChangeConfigurationParams.ConfigurationKeyType;
import de.rwth.idsg.steve.web.dto.ocpp.GetCompositeScheduleParams;
import de.rwth.idsg.steve.web.dto.ocpp.GetConfigurationParams;
import de.rwth.idsg.steve.web.dto.ocpp.TriggerMessageEnum;
import de.rwth.idsg.steve.web.dto.ocpp.TriggerMessageParams;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import ocpp.cp._2015._10.ChargingSchedule;
import ocpp.cp._2015._10.ConfigurationStatus;
import ocpp.cp._2015._10.GetCompositeScheduleResponse;
import ocpp.cp._2015._10.GetCompositeScheduleStatus;
import ocpp.cp._2015._10.TriggerMessageStatus;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.EvseRef;

/** Asks and tells stations through SteVe's invoker, each call in its station's queue. */
public final class SteveErrands implements StationErrands {

    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final Dispatcher dispatcher;
    private final ChargePointServiceInvokerImpl invoker;
    private final ChargePointService chargePoints;
    private final Clock clock;

    public SteveErrands(
            Dispatcher dispatcher,
            ChargePointServiceInvokerImpl invoker,
            ChargePointService chargePoints,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.invoker = invoker;
        this.chargePoints = chargePoints;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Map<String, String>> configuration(String chargeBoxId, List<String> keys) {
        return this.<ConfigurationKeyValues>ask(chargeBoxId, (station, landing) -> {
                    GetConfigurationParams params = new GetConfigurationParams();
                    params.setChargePointSelectList(List.of(station));
                    params.setConfKeyList(keys);
                    GetConfigurationTask task = new GetConfigurationTask(params, chargePoints);
                    task.addCallback(landing.of(_ -> new Outcome.Accepted()));
                    invoker.getConfiguration(station, task);
                })
                .thenApply(SteveErrands::configuration);
    }

    /** SteVe escapes what stations write for its pages. */
    private static Map<String, String> configuration(ConfigurationKeyValues answer) {
        Map<String, String> configuration = new HashMap<>();
        answer.getConfigurationKeys().forEach(key -> {
            if (key.getKey() != null && key.getValue() != null) {
                configuration.put(htmlUnescape(key.getKey()), htmlUnescape(key.getValue()));
            }
        });
        return configuration;
    }

    @Override
    public CompletableFuture<Change> change(String chargeBoxId, String key, String value) {
        return this.<ConfigurationStatus>ask(chargeBoxId, (station, landing) -> {
                    ChangeConfigurationParams params = new ChangeConfigurationParams();
                    params.setChargePointSelectList(List.of(station));
                    params.setKeyType(ConfigurationKeyType.CUSTOM);
                    params.setCustomConfKey(key);
                    params.setValue(value);
                    ChangeConfigurationTask task = new ChangeConfigurationTask(params, chargePoints);
                    task.addCallback(landing.of(_ -> new Outcome.Accepted()));
                    invoker.changeConfiguration(station, task);
                })
                .thenApply(status -> switch (status) {
                    case ACCEPTED -> Change.DONE;
                    case REBOOT_REQUIRED -> Change.AFTER_A_BOOT;
                    case REJECTED -> Change.REJECTED;
                    case NOT_SUPPORTED -> Change.NOT_SUPPORTED;
                });
    }

    @Override
    public CompletableFuture<Void> triggerMeterValues(EvseRef evse) {
        return trigger(evse.chargeBoxId(), TriggerMessageEnum.MeterValues, evse.evseId());
    }

    @Override
    public CompletableFuture<Void> triggerBoot(String chargeBoxId) {
        return trigger(chargeBoxId, TriggerMessageEnum.BootNotification, null);
    }

    private CompletableFuture<Void> trigger(
            String chargeBoxId, TriggerMessageEnum message, @Nullable Integer connector) {
        return this.<TriggerMessageStatus>ask(chargeBoxId, (station, landing) -> {
                    TriggerMessageParams params = new TriggerMessageParams();
                    params.setChargePointSelectList(List.of(station));
                    params.setTriggerMessage(message);
                    params.setConnectorId(connector);
                    TriggerMessageTask task = new TriggerMessageTask(params);
                    task.addCallback(landing.of(status -> switch (status) {
                        case ACCEPTED -> new Outcome.Accepted();
                        case REJECTED -> new Outcome.Rejected();
                        case NOT_IMPLEMENTED -> new Outcome.NotSupported();
                    }));
                    invoker.triggerMessage(station, task);
                })
                .thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<List<Period>> compositeSchedule(EvseRef evse, Duration ahead) {
        return this.<GetCompositeScheduleResponse>ask(evse.chargeBoxId(), (station, landing) -> {
                    GetCompositeScheduleParams params = new GetCompositeScheduleParams();
                    params.setChargePointSelectList(List.of(station));
                    params.setConnectorId(evse.evseId());
                    params.setDurationInSeconds(Math.toIntExact(ahead.toSeconds()));
                    GetCompositeScheduleTask task = new GetCompositeScheduleTask(params);
                    task.addCallback(landing.of(answer -> answer.getStatus() == GetCompositeScheduleStatus.ACCEPTED
                            ? new Outcome.Accepted()
                            : new Outcome.Rejected()));
                    invoker.getCompositeSchedule(station, task);
                })
                .thenApply(answer -> periods(answer.getChargingSchedule()));
    }

    private static List<Period> periods(@Nullable ChargingSchedule schedule) {
        return schedule == null
                ? List.of()
                : schedule.getChargingSchedulePeriod().stream()
                        .map(period -> new Period(
                                period.getStartPeriod(),
                                period.getLimit(),
                                schedule.getChargingRateUnit() == null
                                        ? "A"
                                        : schedule.getChargingRateUnit().value()))
                        .toList();
    }

    /** Where an answer goes: kept for the asker, while its outcome frees the station's queue. */
    private record Answer<T>(AtomicReference<@Nullable T> kept, Consumer<Outcome> landed) {

        Landing<T> of(java.util.function.Function<T, Outcome> outcome) {
            return new Landing<>(landed, answer -> {
                kept.set(answer);
                return outcome.apply(answer);
            });
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        void ask(ChargePointSelect station, Answer<T> landing);
    }

    private <T> CompletableFuture<T> ask(String chargeBoxId, Question<T> question) {
        CompletableFuture<T> answered = new CompletableFuture<>();
        AtomicReference<@Nullable T> kept = new AtomicReference<>();
        StationQueue.Call call = landed -> {
            List<ChargePointSelect> stations =
                    chargePoints.getChargePointsWithIds(OcppVersion.V_16, List.of(chargeBoxId));
            if (stations.isEmpty()) {
                landed.accept(new Outcome.Offline());
            } else {
                question.ask(stations.getLast(), new Answer<>(kept, landed));
            }
        };
        Consumer<Outcome> done = outcome -> {
            T answer = kept.get();
            if (outcome instanceof Outcome.Accepted && answer != null) {
                answered.completeAsync(() -> answer);
            } else {
                answered.completeExceptionally(new NotDone(outcome));
            }
        };
        dispatcher.add(
                chargeBoxId,
                new StationQueue.Order(new Object(), call, clock.instant().plus(GOOD_FOR), done));
        return answered;
    }
}
